package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * A measure in the page's words.
 *
 * @param brief both values are short enough to be shown large
 * @param chart present where both values are numbers
 * @param origin when and by whom it was measured
 */
public record IndicatorView(
        String label,
        @Nullable String before,
        @Nullable String after,
        @Nullable String unit,
        boolean brief,
        String origin,
        @Nullable ChartView chart) {

    private static final int BRIEF = 14;

    static IndicatorView of(Indicator indicator, Page page) {
        String before = value(indicator.before(), indicator.unit());
        String after = value(indicator.after(), indicator.unit());
        return new IndicatorView(
                indicator.label() == null ? page.t("indicator.unnamed") : indicator.label(),
                before,
                after,
                indicator.unit(),
                isBrief(before) && isBrief(after),
                origin(indicator, page),
                ChartView.of(indicator).orElse(null));
    }

    private static @Nullable String value(@Nullable String value, @Nullable String unit) {
        // a no-break space: a number does not leave its unit
        return value == null || unit == null ? value : value + "\u00a0" + unit;
    }

    private static boolean isBrief(@Nullable String value) {
        return value == null || value.length() <= BRIEF;
    }

    private static String origin(Indicator indicator, Page page) {
        String source = indicator.source() == null ? page.t("indicator.source.none") : indicator.source();
        return indicator.measuredOn() == null
                ? source
                : page.t("indicator.origin", page.date(indicator.measuredOn()), source);
    }
}
