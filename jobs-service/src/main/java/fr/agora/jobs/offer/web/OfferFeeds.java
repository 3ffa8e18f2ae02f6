package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferFilter;
import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.offer.Offers;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public offers for machines: any list as an Atom feed, all of them as a sitemap. */
@Controller
class OfferFeeds {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final int ENTRIES = 50;
    /** More than that and the format wants several files. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Offers offers;
    private final OfferSettings settings;
    private final Clock clock;
    private final XMLOutputFactory xml = XMLOutputFactory.newInstance();

    OfferFeeds(Offers offers, OfferSettings settings, Clock clock) {
        this.offers = offers;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/offres/flux.atom")
    void atom(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer minRemoteDays,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable ContractType contract,
            @RequestParam(required = false) @Nullable String organization,
            Page page,
            HttpServletResponse response)
            throws IOException, XMLStreamException {
        OfferFilter filter = new OfferFilter(q, minRemoteDays, family, territory, contract, organization);
        // what everybody may read, whoever asks: a feed's address is passed on
        List<Offer> listed = offers.listed(filter, false, Paging.first(ENTRIES)).items();
        XMLStreamWriter feed = open(response, "application/atom+xml");
        feed.writeStartElement("feed");
        feed.writeDefaultNamespace(ATOM);
        feed.writeAttribute("xml:lang", page.lang());
        element(feed, "id", settings.publicUrl() + page.here());
        element(feed, "title", page.t("offers.title") + " – " + page.t("site.name"));
        element(feed, "subtitle", page.t("offers.lead"));
        element(feed, "updated", updated(listed).toString());
        link(feed, "self", "application/atom+xml", settings.publicUrl() + page.here());
        link(
                feed,
                "alternate",
                "text/html",
                settings.publicUrl() + page.here().replace("/offres/flux.atom", "/offres"));
        feed.writeStartElement("author");
        element(feed, "name", page.t("site.name"));
        feed.writeEndElement();
        for (Offer offer : listed) {
            entry(feed, offer, OfferCard.of(offer, page, clock));
        }
        feed.writeEndElement();
        close(feed);
    }

    @GetMapping("/offres/sitemap.xml")
    void sitemap(HttpServletResponse response) throws IOException, XMLStreamException {
        XMLStreamWriter map = open(response, "application/xml");
        map.writeStartElement("urlset");
        map.writeDefaultNamespace(SITEMAP);
        Slice<Offer> batch = offers.listed(OfferFilter.NONE, false, Paging.first(Paging.MAX));
        for (int written = 0; written < MOST_ADDRESSES; written += batch.items().size()) {
            for (Offer offer : batch.items()) {
                map.writeStartElement("url");
                element(map, "loc", settings.publicUrl() + offer.url());
                element(map, "lastmod", offer.updatedAt().toString());
                map.writeEndElement();
            }
            if (batch.next() == null) {
                break;
            }
            batch = offers.listed(OfferFilter.NONE, false, new Paging(Paging.MAX, batch.next()));
        }
        map.writeEndElement();
        close(map);
    }

    private void entry(XMLStreamWriter feed, Offer offer, OfferCard card) throws XMLStreamException {
        feed.writeStartElement("entry");
        element(feed, "id", settings.publicUrl() + offer.url());
        element(feed, "title", card.title());
        element(feed, "updated", offer.updatedAt().toString());
        element(
                feed,
                "published",
                Objects.requireNonNullElse(offer.publishedAt(), offer.updatedAt())
                        .toString());
        link(feed, "alternate", "text/html", settings.publicUrl() + offer.url());
        feed.writeEmptyElement("category");
        feed.writeAttribute("term", offer.content().jobFamily().code());
        feed.writeAttribute("label", offer.content().jobFamily().label());
        element(feed, "summary", card.summary());
        feed.writeEndElement();
    }

    /** An empty list last changed today: a feed must say when. */
    private Instant updated(List<Offer> listed) {
        return listed.stream()
                .map(Offer::updatedAt)
                .max(Instant::compareTo)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS));
    }

    private XMLStreamWriter open(HttpServletResponse response, String type) throws IOException, XMLStreamException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "public, max-age=300");
        XMLStreamWriter writer = xml.createXMLStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8.name());
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        return writer;
    }

    private static void close(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeEndDocument();
        writer.flush();
    }

    private static void element(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        // what XML cannot hold at all would make the whole feed unreadable
        writer.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
        writer.writeEndElement();
    }

    private static void link(XMLStreamWriter writer, String rel, String type, String href) throws XMLStreamException {
        writer.writeEmptyElement("link");
        writer.writeAttribute("rel", rel);
        writer.writeAttribute("type", type);
        writer.writeAttribute("href", href);
    }
}
