package fr.agora.directory.network;

import fr.agora.directory.lifecycle.PublicAddress;
import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.HolderNames.Holder;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.directory.mandate.Mandates;
import fr.agora.directory.mandate.Term;
import fr.agora.platform.web.Paging;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The appointments of a network as an Atom feed (RFC 4287): roles and organisations. Whoever shows their profile to
 * everybody is named, nobody else.
 */
@Component
public class AppointmentFeed {

    private static final int ENTRIES = 50;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Mandates mandates;
    private final HolderNames names;
    private final MandateWords words;
    private final MessageSource texts;
    private final PublicAddress site;
    private final Clock clock;

    AppointmentFeed(
            Mandates mandates,
            HolderNames names,
            MandateWords words,
            MessageSource texts,
            PublicAddress site,
            Clock clock) {
        this.mandates = mandates;
        this.names = names;
        this.words = words;
        this.texts = texts;
        this.site = site;
        this.clock = clock;
    }

    public String of(Network network, Locale locale) {
        List<Mandate> latest = mandates.appointments(network.roles(), Term.today(clock), Paging.first(ENTRIES))
                .items();
        Map<String, Holder> publicNames = names.visibleTo(Reader.visitor(), latest);
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", locale.getLanguage());
            String page = "/reseaux/" + network.code();
            element(xml, "id", site.of(page + "/nominations.atom"));
            element(
                    xml,
                    "title",
                    text("network.feed.title", locale, text("network." + network.code() + ".title", locale)));
            element(
                    xml,
                    "updated",
                    latest.stream()
                            .map(AppointmentFeed::updated)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH));
            link(xml, "self", page + "/nominations.atom", "application/atom+xml");
            link(xml, "alternate", page, "text/html");
            xml.writeStartElement("author");
            element(xml, "name", "Agora");
            xml.writeEndElement();
            for (Mandate mandate : latest) {
                entry(xml, mandate, publicNames.get(mandate.holderId()), locale);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, Mandate mandate, @Nullable Holder holder, Locale locale)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:agora:mandate:" + mandate.id());
        element(xml, "title", words.named(mandate, locale));
        element(
                xml,
                "published",
                mandate.term().start().atStartOfDay(ZoneOffset.UTC).toInstant());
        element(xml, "updated", updated(mandate));
        link(xml, "alternate", mandate.url(), "text/html");
        if (holder != null) {
            element(xml, "summary", text("network.feed.named", locale, holder.name()));
        }
        xml.writeEndElement();
    }

    private static Instant updated(Mandate mandate) {
        return mandate.history().isEmpty()
                ? mandate.term().start().atStartOfDay(ZoneOffset.UTC).toInstant()
                : mandate.history().getLast().at();
    }

    private void link(XMLStreamWriter xml, String rel, String path, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", site.of(path));
    }

    private static void element(XMLStreamWriter xml, String name, Instant moment) throws XMLStreamException {
        element(xml, name, DateTimeFormatter.ISO_INSTANT.format(moment));
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
