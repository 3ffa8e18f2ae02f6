package fr.agora.projects.usecase.web;

import fr.agora.platform.text.Labelled;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.Indicator;
import fr.agora.projects.usecase.OrganizationRef;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.PhaseChange;
import fr.agora.projects.usecase.Recognition;
import fr.agora.projects.usecase.Surroundings.Ministry;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import fr.agora.projects.usecase.UseCaseStatus;
import fr.agora.projects.usecase.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A use case as the API answers it; who wrote it is nobody's business. */
public record UseCaseView(
        String id,
        String slug,
        UseCaseStatus status,
        String title,
        String pitch,
        @Nullable String audience,
        @Nullable String whatChanges,
        @Nullable String description,
        Phase phase,
        List<PhaseChange> history,
        List<Indicator> indicators,
        List<Block> blocks,
        List<OrganizationRef> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<Labelled> skills,
        List<Labelled> themes,
        @Nullable String repository,
        @Nullable String website,
        Visibility visibility,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        Recognition recognition,
        String url) {

    static UseCaseView of(UseCase useCase) {
        UseCaseContent content = useCase.content();
        return new UseCaseView(
                useCase.id(),
                useCase.slug(),
                useCase.status(),
                content.title(),
                content.pitch(),
                content.audience(),
                content.whatChanges(),
                content.description(),
                content.phase(),
                useCase.history(),
                content.indicators(),
                content.blocks(),
                OrganizationRef.of(useCase.surroundings()),
                useCase.surroundings().ministries(),
                content.territories(),
                content.skills(),
                content.themes(),
                content.repository(),
                content.website(),
                content.visibility(),
                useCase.publishedAt(),
                useCase.updatedAt(),
                useCase.recognition(),
                useCase.url());
    }
}
