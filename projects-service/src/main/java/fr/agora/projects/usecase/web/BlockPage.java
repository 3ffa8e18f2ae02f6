package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.Surroundings.Carrier;
import fr.agora.projects.usecase.UseCase;
import java.util.List;

/**
 * One brick, in the page's words.
 *
 * @param others the other bricks of its use case
 */
public record BlockPage(
        BlockCard brick, UseCaseCard useCase, List<Carrier> carriers, List<Tag> themes, List<BlockCard> others) {

    static BlockPage of(UseCase useCase, Block block, Page page) {
        return new BlockPage(
                BlockCard.of(block, page),
                UseCaseCard.of(useCase, page),
                useCase.surroundings().organizations(),
                useCase.content().themes().stream()
                        .map(theme ->
                                new Tag(Choices.theme(theme, page), page.href("/cas-usage", "theme", theme.code())))
                        .toList(),
                useCase.content().blocks().stream()
                        .filter(other -> !other.id().equals(block.id()))
                        .map(other -> BlockCard.of(other, page))
                        .toList());
    }
}
