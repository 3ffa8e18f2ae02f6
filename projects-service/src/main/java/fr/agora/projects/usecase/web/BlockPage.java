package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.Blocks;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.Surroundings.Carrier;
import fr.agora.projects.usecase.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One brick, in the page's words.
 *
 * @param id in the search, while its use case is published
 * @param stopped its use case goes on no more; it may be reused all the same
 * @param needs the bricks it depends on, those the reader may see
 * @param neededBy the bricks that depend on it
 * @param others the other bricks of its use case
 */
public record BlockPage(
        @Nullable String id,
        BlockCard brick,
        UseCaseCard useCase,
        List<Carrier> carriers,
        List<Tag> themes,
        List<BlockCard> others,
        Block.@Nullable Maintainer maintainer,
        @Nullable String documentation,
        @Nullable String repository,
        boolean stopped,
        List<BlockCard> needs,
        List<BlockCard> neededBy) {

    static BlockPage of(
            UseCase useCase, Block block, List<Blocks.Placed> needs, List<Blocks.Placed> neededBy, Page page) {
        return new BlockPage(
                useCase.isPublished() ? block.id() : null,
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
                        .toList(),
                block.maintainer(),
                block.documentation(),
                block.repository(),
                useCase.content().phase() == Phase.STOPPED,
                cards(needs, page),
                cards(neededBy, page));
    }

    private static List<BlockCard> cards(List<Blocks.Placed> bricks, Page page) {
        return bricks.stream().map(each -> BlockCard.of(each.block(), page)).toList();
    }
}
