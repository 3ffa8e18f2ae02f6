package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.OfferStep;
import fr.agora.platform.ui.Page;
import org.jspecify.annotations.Nullable;

/** One change in the life of an offer, in the page's words. */
public record OfferStepView(
        String day, String what, @Nullable String reason) {

    static OfferStepView of(OfferStep step, Page page) {
        return new OfferStepView(
                page.date(step.at()), page.t("step." + step.status(), page.t("step.by." + step.by())), step.reason());
    }
}
