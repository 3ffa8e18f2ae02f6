package fr.agora.projects.funding.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.projects.funding.FundingBoard.Year;
import fr.agora.projects.funding.FundingWindow.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The window's page.
 *
 * @param answer absent until a budget was typed
 * @param chart oldest year first; empty without grants
 */
public record FundingPage(
        Form form,
        List<Choice> applicants,
        @Nullable Answer answer,
        List<Year> years,
        List<Bar> chart,
        boolean mayRecord) {

    /** Heights are in hundredths of the chart's. */
    public record Bar(int year, int count, int x, int height) {}

    private static final int STEP = 80;
    private static final int HIGHEST = 100;

    static List<Bar> chart(List<Year> years) {
        int most = years.stream().mapToInt(Year::count).max().orElse(1);
        List<Year> oldestFirst = years.reversed();
        return java.util.stream.IntStream.range(0, oldestFirst.size())
                .mapToObj(index -> new Bar(
                        oldestFirst.get(index).year(),
                        oldestFirst.get(index).count(),
                        index * STEP,
                        Math.max(2, oldestFirst.get(index).count() * HIGHEST / most)))
                .toList();
    }

    public int chartWidth() {
        return Math.max(1, chart.size()) * STEP;
    }
}
