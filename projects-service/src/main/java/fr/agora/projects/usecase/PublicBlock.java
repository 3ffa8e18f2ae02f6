package fr.agora.projects.usecase;

import fr.agora.platform.text.Labelled;
import fr.agora.projects.usecase.Surroundings.Ministry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code agora.projects.block-published.v1}. */
record PublicBlock(
        String id,
        String useCaseId,
        String useCaseTitle,
        String name,
        BlockKind kind,
        @Nullable String summary,
        @Nullable String licence,
        BlockAccess access,
        Phase phase,
        Block.@Nullable Maintainer maintainer,
        @Nullable String documentationUrl,
        @Nullable String repositoryUrl,
        List<OrganizationRef> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<Labelled> skills,
        List<Labelled> themes,
        Visibility visibility,
        String url) {

    static PublicBlock of(UseCase useCase, Block block) {
        UseCaseContent content = useCase.content();
        return new PublicBlock(
                block.id(),
                useCase.id(),
                content.title(),
                block.name(),
                block.kind(),
                block.summary(),
                block.licence(),
                block.access(),
                content.phase(),
                block.maintainer(),
                block.documentation(),
                block.repository(),
                OrganizationRef.of(useCase.surroundings()),
                useCase.surroundings().ministries(),
                content.territories(),
                content.skills(),
                content.themes(),
                content.visibility(),
                block.url());
    }
}
