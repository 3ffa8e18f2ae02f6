package fr.agora.projects.theme;

import fr.agora.platform.ui.Figure;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.web.BlockCard;
import fr.agora.projects.usecase.web.UseCaseCard;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/** The board of one theme, in the page's words. */
public record ThemePage(ThemeRow row, List<InPhase> phases, List<UseCaseCard> latest, List<BlockCard> bricks) {

    private static final long MILLION = 1_000_000;

    /** What there is of it; money only where some was given. */
    public List<Figure> figures(Page page) {
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.of(page.number(row.useCases()), page.t("theme.use-cases")),
                Figure.of(page.number(row.bricks()), page.t("theme.bricks")),
                Figure.of(page.number(row.reuses()), page.t("theme.reuses"))));
        if (row.funded() > 0) {
            figures.add(Figure.of(amount(page), page.t("theme.funded")));
        }
        return figures;
    }

    /** From a million on in millions: the whole figure would not fit on a telephone. */
    private String amount(Page page) {
        if (row.funded() < MILLION) {
            return page.t("funding.euros", page.number(row.funded()));
        }
        NumberFormat millions = NumberFormat.getInstance(page.locale());
        millions.setMaximumFractionDigits(1);
        return page.t("theme.millions", millions.format(row.funded() / (double) MILLION));
    }

    /**
     * How many use cases are in a phase.
     *
     * @param width of the bar, the longest being 200
     */
    public record InPhase(String label, long count, int width, String href) {}
}
