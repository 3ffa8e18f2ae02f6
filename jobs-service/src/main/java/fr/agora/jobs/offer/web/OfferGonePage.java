package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.platform.ui.Page;
import java.time.Clock;
import java.util.List;

/**
 * What stands where an offer was.
 *
 * @param said that it is over, and how
 * @param more where all the offers of its kind are
 */
public record OfferGonePage(String title, String said, List<OfferCard> similar, String more) {

    static OfferGonePage of(Offer offer, List<Offer> similar, Page page, Clock clock) {
        String said = offer.status() == OfferStatus.FILLED
                ? page.t("gone.filled")
                : page.t("gone.over", page.date(offer.content().validThrough()));
        // one that left its job board had no last day of its own
        boolean silent =
                offer.status() == OfferStatus.ARCHIVED || !offer.content().hasEnd();
        return new OfferGonePage(
                offer.content().title(),
                silent && offer.status() != OfferStatus.FILLED ? page.t("gone.archived") : said,
                similar.stream().map(each -> OfferCard.of(each, page, clock)).toList(),
                page.href("/offres", "family", offer.content().jobFamily().code()));
    }
}
