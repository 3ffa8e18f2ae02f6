package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.Surroundings.Carrier;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import fr.agora.projects.usecase.UseCaseStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A use case in a list, in the page's words.
 *
 * @param phaseColour of the badge that says the phase
 * @param meta who carries it and how many bricks there are to take
 */
public record UseCaseCard(
        String url,
        String title,
        String pitch,
        String phase,
        String phaseColour,
        @Nullable String theme,
        String meta,
        UseCaseStatus status,
        String updated) {

    private static final int NAMED_CARRIERS = 2;

    static UseCaseCard of(UseCase useCase, Page page) {
        UseCaseContent content = useCase.content();
        return new UseCaseCard(
                useCase.url(),
                content.title(),
                content.pitch(),
                page.t("phase." + content.phase()),
                colour(content.phase()),
                content.themes().isEmpty()
                        ? null
                        : Choices.theme(content.themes().getFirst(), page),
                meta(useCase, page),
                useCase.status(),
                page.date(useCase.updatedAt()));
    }

    static String colour(Phase phase) {
        return switch (phase) {
            case IDEA -> "yellow-tournesol";
            case IN_PROGRESS -> "blue-cumulus";
            case LIVE -> "green-emeraude";
            case REFERENCE -> "purple-glycine";
            case TRANSFERRED -> "green-archipel";
            case STOPPED -> "beige-gris-galet";
        };
    }

    private static String meta(UseCase useCase, Page page) {
        List<Carrier> carriers = useCase.surroundings().organizations();
        String named = carriers.stream()
                .limit(NAMED_CARRIERS)
                .map(each -> each.acronym() == null ? each.name() : each.acronym())
                .collect(Collectors.joining(", "));
        int others = carriers.size() - NAMED_CARRIERS;
        String who = carriers.isEmpty()
                ? page.t("use-case.carriers.none")
                : others > 0 ? page.t("use-case.carriers.more", named, others) : named;
        int bricks = useCase.content().blocks().size();
        return bricks == 0 ? who : page.t("use-case.meta", who, page.count("use-case.bricks", bricks));
    }
}
