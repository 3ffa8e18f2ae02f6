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
import java.time.Clock;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public offers for machines: any list as an Atom feed, all of them as a sitemap. */
@Controller
class OfferFeeds {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final int ENTRIES = 50;
    /** More than that and the format wants several files. */
    private static final int MOST_ADDRESSES = 50_000;

    private final Offers offers;
    private final OfferSettings settings;
    private final Clock clock;

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
        AtomFeed feed = AtomFeed.open(response, page, settings.publicUrl());
        feed.head(
                page.t("offers.title"),
                page.t("offers.lead"),
                page.here().replace("/offres/flux.atom", "/offres"),
                listed,
                clock);
        for (Offer offer : listed) {
            OfferCard card = OfferCard.of(offer, page, clock);
            feed.entry(offer, card.title(), card.summary(), offer.url());
        }
        feed.close();
    }

    @GetMapping("/offres/sitemap.xml")
    void sitemap(HttpServletResponse response) throws IOException, XMLStreamException {
        XMLStreamWriter map = AtomFeed.open(response, "application/xml");
        map.writeStartElement("urlset");
        map.writeDefaultNamespace(SITEMAP);
        Slice<Offer> batch = offers.listed(OfferFilter.NONE, false, Paging.first(Paging.MAX));
        for (int written = 0; written < MOST_ADDRESSES; written += batch.items().size()) {
            for (Offer offer : batch.items()) {
                map.writeStartElement("url");
                AtomFeed.element(map, "loc", settings.publicUrl() + offer.url());
                AtomFeed.element(map, "lastmod", offer.updatedAt().toString());
                map.writeEndElement();
            }
            if (batch.next() == null) {
                break;
            }
            batch = offers.listed(OfferFilter.NONE, false, new Paging(Paging.MAX, batch.next()));
        }
        map.writeEndElement();
        map.writeEndDocument();
        map.flush();
    }
}
