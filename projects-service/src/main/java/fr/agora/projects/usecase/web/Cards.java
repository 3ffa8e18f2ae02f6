package fr.agora.projects.usecase.web;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.UseCase;

/** Use cases, bricks and themes in the words of a page, for the pages of other packages. */
public final class Cards {

    private Cards() {}

    public static UseCaseCard useCase(UseCase useCase, Page page) {
        return UseCaseCard.of(useCase, page);
    }

    public static BlockCard brick(Block block, Page page) {
        return BlockCard.of(block, page);
    }

    /** The name of a theme in the page's language. */
    public static String theme(Labelled theme, Page page) {
        return Choices.theme(theme, page);
    }
}
