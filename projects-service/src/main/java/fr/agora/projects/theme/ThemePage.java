package fr.agora.projects.theme;

import fr.agora.projects.usecase.web.BlockCard;
import fr.agora.projects.usecase.web.UseCaseCard;
import java.util.List;

/** The board of one theme, in the page's words. */
public record ThemePage(ThemeRow row, List<InPhase> phases, List<UseCaseCard> latest, List<BlockCard> bricks) {

    /**
     * How many use cases are in a phase.
     *
     * @param width of the bar, the longest being 200
     */
    public record InPhase(String label, long count, int width, String href) {}
}
