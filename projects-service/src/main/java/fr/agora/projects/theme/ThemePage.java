package fr.agora.projects.theme;

import fr.agora.platform.ui.Figure;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.web.BlockCard;
import fr.agora.projects.usecase.web.UseCaseCard;
import java.util.ArrayList;
import java.util.List;

/** The board of one theme, in the page's words. */
public record ThemePage(ThemeRow row, List<InPhase> phases, List<UseCaseCard> latest, List<BlockCard> bricks) {

    /** What there is of it; money only where some was given. */
    public List<Figure> figures(Page page) {
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.of(page.number(row.useCases()), page.t("theme.use-cases")),
                Figure.of(page.number(row.bricks()), page.t("theme.bricks")),
                Figure.of(page.number(row.reuses()), page.t("theme.reuses"))));
        if (row.funded() > 0) {
            figures.add(Figure.of(page.t("funding.euros", page.number(row.funded())), page.t("theme.funded")));
        }
        return figures;
    }

    /**
     * How many use cases are in a phase.
     *
     * @param width of the bar, the longest being 200
     */
    public record InPhase(String label, long count, int width, String href) {}
}
