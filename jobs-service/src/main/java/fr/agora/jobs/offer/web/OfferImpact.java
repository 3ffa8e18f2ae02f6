package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Surroundings.Impact;
import fr.agora.jobs.offer.Surroundings.LinkedUseCase;
import fr.agora.platform.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * A use case of the post and what it changed for people, in the page's words.
 *
 * @param whatChanges in plain words
 * @param measured its indicator, before and after
 */
public record OfferImpact(
        String title,
        String url,
        @Nullable String whatChanges,
        @Nullable String measured) {

    static OfferImpact of(LinkedUseCase useCase, Page page) {
        return new OfferImpact(useCase.title(), useCase.url(), useCase.whatChanges(), measured(useCase.impact(), page));
    }

    private static @Nullable String measured(@Nullable Impact impact, Page page) {
        if (impact == null || impact.after() == null) {
            return null;
        }
        String unit = impact.unit() == null ? "" : " " + impact.unit();
        String said = impact.before() == null
                ? page.t("impact.now", impact.label(), impact.after() + unit)
                : page.t("impact.change", impact.label(), impact.before() + unit, impact.after() + unit);
        return impact.measuredOn() == null ? said : page.t("impact.on", said, page.date(impact.measuredOn()));
    }
}
