package fr.agora.projects.usecase;

import fr.agora.platform.text.Labelled;
import fr.agora.projects.usecase.Surroundings.Ministry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code agora.projects.use-case-published.v1}. */
record PublicUseCase(
        String id,
        String slug,
        String title,
        String pitch,
        @Nullable String audience,
        @Nullable String whatChanges,
        @Nullable String description,
        Phase phase,
        List<Indicator> indicators,
        List<BlockRef> blocks,
        List<OrganizationRef> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<Labelled> skills,
        List<Labelled> themes,
        @Nullable Instant publishedAt,
        int reuseCount,
        @Nullable Replicability replicability,
        Visibility visibility,
        String url) {

    record Replicability(Verdict verdict, LocalDate reviewedOn) {

        static @Nullable Replicability of(Recognition recognition) {
            return recognition.verdict() == null || recognition.reviewedOn() == null
                    ? null
                    : new Replicability(recognition.verdict(), recognition.reviewedOn());
        }
    }

    record BlockRef(String id, String name, BlockKind kind) {}

    static PublicUseCase of(UseCase useCase) {
        UseCaseContent content = useCase.content();
        return new PublicUseCase(
                useCase.id(),
                useCase.slug(),
                content.title(),
                content.pitch(),
                content.audience(),
                content.whatChanges(),
                content.description(),
                content.phase(),
                content.indicators().stream().filter(Indicator::saysWhoMeasured).toList(),
                content.blocks().stream()
                        .map(block -> new BlockRef(block.id(), block.name(), block.kind()))
                        .toList(),
                OrganizationRef.of(useCase.surroundings()),
                useCase.surroundings().ministries(),
                content.territories(),
                content.skills(),
                content.themes(),
                useCase.publishedAt(),
                useCase.recognition().reuseCount(),
                Replicability.of(useCase.recognition()),
                content.visibility(),
                useCase.url());
    }
}
