package fr.agora.jobs.tension.web;

import fr.agora.jobs.reference.Vocabularies;
import fr.agora.jobs.tension.FamilyTension;
import fr.agora.jobs.tension.TensionBoard;
import fr.agora.platform.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tension board in the page's words.
 *
 * @param all whether offers of other job boards count as well
 * @param mayAll whether the reader may choose so
 * @param counted whether applications are counted
 * @param days bars of the first chart, the longest first
 * @param unfilled bars of the second, in hundredths
 */
public record TensionPage(
        TensionBoard board,
        List<Row> rows,
        boolean all,
        boolean mayAll,
        boolean counted,
        List<Bar> days,
        List<Bar> unfilled) {

    private static final int WIDEST = 260;
    private static final int MOST_BARS = 12;

    /** A family of trades. */
    public record Row(
            String label,
            FamilyTension figures,
            @Nullable String unfilled,
            @Nullable String perOffer) {}

    /**
     * A bar of a chart.
     *
     * @param width in the chart's units
     * @param y of its upper edge
     */
    public record Bar(String label, String value, long width, int y) {}

    static TensionPage of(TensionBoard board, boolean all, boolean mayAll, boolean counted, Page page) {
        List<Row> rows = board.families().stream().map(each -> row(each, page)).toList();
        return new TensionPage(
                board,
                rows,
                all,
                mayAll,
                counted,
                bars(
                        rows.stream().filter(row -> row.figures().open() > 0).toList(),
                        FamilyTension::medianDays,
                        "tension.days",
                        page),
                bars(
                        rows.stream().filter(row -> row.figures().mature() > 0).toList(),
                        each -> each.unfilledPercent() == null ? 0 : each.unfilledPercent(),
                        "tension.percent",
                        page));
    }

    public int height(List<Bar> bars) {
        return bars.size() * 44 + 4;
    }

    private static Row row(FamilyTension family, Page page) {
        String key = "family." + family.family();
        String label = page.hasText(key)
                ? page.t(key)
                : Vocabularies.JOB_FAMILIES.find(family.family()).isPresent()
                        ? family.label()
                        : page.t("tension.other");
        Long percent = family.unfilledPercent();
        Long applications = family.applications();
        return new Row(
                label,
                family,
                percent == null ? null : page.t("tension.percent", page.number(percent)),
                applications == null || family.open() == 0
                        ? null
                        : page.number(Math.round(1.0 * applications / family.open())));
    }

    private static List<Bar> bars(List<Row> rows, ToLongFunction<FamilyTension> value, String key, Page page) {
        List<Row> longest = rows.stream()
                .sorted(java.util.Comparator.comparingLong((Row row) -> -value.applyAsLong(row.figures())))
                .limit(MOST_BARS)
                .toList();
        long most = Math.max(
                1,
                longest.stream()
                        .mapToLong(row -> value.applyAsLong(row.figures()))
                        .max()
                        .orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (Row row : longest) {
            long amount = value.applyAsLong(row.figures());
            bars.add(new Bar(
                    row.label(),
                    page.t(key, page.number(amount)),
                    Math.max(2, amount * WIDEST / most),
                    bars.size() * 44));
        }
        return List.copyOf(bars);
    }
}
