package fr.agora.projects.usecase.web;

import fr.agora.platform.text.Labelled;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.BlockAccess;
import fr.agora.projects.usecase.BlockKind;
import fr.agora.projects.usecase.Blocks;
import fr.agora.projects.usecase.OrganizationRef;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A brick as the API answers it, with the use case it is part of. */
public record BlockView(
        String id,
        String name,
        BlockKind kind,
        @Nullable String summary,
        @Nullable String licence,
        BlockAccess access,
        Block.@Nullable Maintainer maintainer,
        @Nullable String documentation,
        @Nullable String repository,
        List<String> dependsOn,
        PartOf useCase,
        List<OrganizationRef> organizations,
        List<Labelled> themes,
        Visibility visibility,
        String url) {

    /** The use case of a brick. */
    public record PartOf(String id, String slug, String title, Phase phase, String url) {}

    static BlockView of(Blocks.Placed placed) {
        return of(placed.useCase(), placed.block());
    }

    static BlockView of(UseCase useCase, Block block) {
        return new BlockView(
                block.id(),
                block.name(),
                block.kind(),
                block.summary(),
                block.licence(),
                block.access(),
                block.maintainer(),
                block.documentation(),
                block.repository(),
                block.dependsOn(),
                new PartOf(
                        useCase.id(),
                        useCase.slug(),
                        useCase.content().title(),
                        useCase.content().phase(),
                        useCase.url()),
                OrganizationRef.of(useCase.surroundings()),
                useCase.content().themes(),
                useCase.content().visibility(),
                block.url());
    }
}
