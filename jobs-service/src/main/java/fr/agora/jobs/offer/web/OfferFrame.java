package fr.agora.jobs.offer.web;

import fr.agora.jobs.mandates.Mandate;
import fr.agora.jobs.offer.Circumstances;
import fr.agora.jobs.offer.Classification;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.platform.ui.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a post, in the page's words: grade, lab, team, way of recruiting and whom to ask.
 *
 * @param more where the other offers of that employer are
 * @param contact who answers questions, with the page of that contact point
 */
public record OfferFrame(
        @Nullable String category,
        @Nullable String access,
        @Nullable String versant,
        @Nullable String trade,
        @Nullable String address,
        @Nullable Employer lab,
        @Nullable String team,
        @Nullable String process,
        @Nullable String origin,
        @Nullable String more,
        @Nullable Contact contact) {

    /** A contact point. */
    public record Contact(String label, String url) {}

    static OfferFrame of(Offer offer, Optional<Mandate> contact, Page page) {
        Classification frame = offer.content().classification();
        Circumstances around = offer.content().circumstances();
        String employer = offer.content().organizationId();
        return new OfferFrame(
                frame.category() == null ? null : page.t("category." + frame.category()),
                frame.access() == null ? null : page.t("access." + frame.access()),
                frame.versant() == null ? null : page.t("versant." + frame.versant()),
                trade(frame, page),
                around.address(),
                offer.surroundings().lab(),
                around.team(),
                around.process(),
                around.originUrl(),
                employer == null ? null : page.href("/offres", "organization", employer),
                contact.map(each -> new Contact(
                                page.t("contact.role." + each.role()) + " – " + each.organizationName(), each.url()))
                        .orElse(null));
    }

    private static @Nullable String trade(Classification frame, Page page) {
        if (frame.rome() == null) {
            return frame.rmfp() == null ? null : page.t("trade.rmfp", frame.rmfp());
        }
        String rome = page.t("trade.rome", frame.rome().label(), frame.rome().code());
        return frame.rmfp() == null ? rome : rome + ", " + page.t("trade.rmfp", frame.rmfp());
    }
}
