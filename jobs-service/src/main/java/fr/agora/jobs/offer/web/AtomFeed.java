package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.platform.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Offers as an Atom feed (RFC 4287), written as they come. */
public final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

    private final XMLStreamWriter feed;
    private final Page page;
    private final String site;

    private AtomFeed(XMLStreamWriter feed, Page page, String site) {
        this.feed = feed;
        this.page = page;
        this.site = site;
    }

    /** @param site what stands before the path of a page */
    public static AtomFeed open(HttpServletResponse response, Page page, String site)
            throws IOException, XMLStreamException {
        return new AtomFeed(open(response, "application/atom+xml"), page, site);
    }

    static XMLStreamWriter open(HttpServletResponse response, String type) throws IOException, XMLStreamException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "public, max-age=300");
        XMLStreamWriter writer = XML.createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        return writer;
    }

    /** @param alternate path of the page that shows the same */
    public void head(String title, String subtitle, String alternate, List<Offer> listed, Clock clock)
            throws XMLStreamException {
        feed.writeStartElement("feed");
        feed.writeDefaultNamespace(ATOM);
        feed.writeAttribute("xml:lang", page.lang());
        element(feed, "id", site + page.here());
        element(feed, "title", title + " – " + page.t("site.name"));
        element(feed, "subtitle", subtitle);
        element(feed, "updated", updated(listed, clock).toString());
        link("self", "application/atom+xml", site + page.here());
        link("alternate", "text/html", site + alternate);
        feed.writeStartElement("author");
        element(feed, "name", page.t("site.name"));
        feed.writeEndElement();
    }

    /** @param path of the page the entry leads to */
    public void entry(Offer offer, String title, String summary, String path) throws XMLStreamException {
        feed.writeStartElement("entry");
        element(feed, "id", site + path);
        element(feed, "title", title);
        element(feed, "updated", offer.updatedAt().toString());
        element(
                feed,
                "published",
                Objects.requireNonNullElse(offer.publishedAt(), offer.updatedAt())
                        .toString());
        link("alternate", "text/html", site + path);
        feed.writeEmptyElement("category");
        feed.writeAttribute("term", offer.content().jobFamily().code());
        feed.writeAttribute("label", offer.content().jobFamily().label());
        element(feed, "summary", summary);
        feed.writeEndElement();
    }

    public void close() throws XMLStreamException {
        feed.writeEndElement();
        feed.writeEndDocument();
        feed.flush();
    }

    /** An empty list last changed today: a feed must say when. */
    private static Instant updated(List<Offer> listed, Clock clock) {
        return listed.stream()
                .map(Offer::updatedAt)
                .max(Instant::compareTo)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS));
    }

    static void element(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        // what XML cannot hold at all would make the whole feed unreadable
        writer.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
        writer.writeEndElement();
    }

    private void link(String rel, String type, String href) throws XMLStreamException {
        feed.writeEmptyElement("link");
        feed.writeAttribute("rel", rel);
        feed.writeAttribute("type", type);
        feed.writeAttribute("href", href);
    }
}
