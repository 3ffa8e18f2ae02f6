package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.reference.Territories;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Page;
import java.time.Clock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An offer in a list, in the page's words.
 *
 * @param family absent when it is not one of those that have a name
 * @param over whether its last day is past, where its status does not say so yet
 */
public record OfferCard(
        String id,
        String url,
        String title,
        String summary,
        String remote,
        @Nullable String family,
        @Nullable String employer,
        @Nullable String place,
        String lastDay,
        @Nullable String published,
        OfferStatus status,
        boolean over) {

    /** Says nothing to a reader. */
    private static final String OTHER_FAMILY = "autre";

    /** What a list shows of an offer. */
    public static OfferCard of(Offer offer, Page page, Clock clock) {
        OfferContent content = offer.content();
        return new OfferCard(
                offer.id(),
                offer.url(),
                content.title(),
                content.summary(),
                remote(content.remoteDaysPerWeek(), page),
                OTHER_FAMILY.equals(content.jobFamily().code()) ? null : Choices.family(content.jobFamily(), page),
                employer(offer),
                orAbsent(Territories.mostPrecise(content.territories()).stream()
                        .map(Labelled::label)
                        .collect(Collectors.joining(", "))),
                content.hasEnd() ? page.date(content.validThrough()) : page.t("offer.no-end"),
                offer.publishedAt() == null ? null : page.date(offer.publishedAt()),
                offer.status(),
                offer.isOver(clock) && !offer.status().isClosed());
    }

    /** As the directory calls it; else as the file it came in. */
    private static @Nullable String employer(Offer offer) {
        String known = offer.surroundings().organizations().stream()
                .map(Employer::name)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? offer.content().circumstances().employerLabel() : known;
    }

    private static String remote(int days, Page page) {
        return days == 0 ? page.t("offer.remote.none") : page.count("offer.remote", days);
    }

    private static @Nullable String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }
}
