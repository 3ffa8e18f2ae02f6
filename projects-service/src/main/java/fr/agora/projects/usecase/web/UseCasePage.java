package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import fr.agora.projects.reference.Territories;
import fr.agora.projects.usecase.Completeness;
import fr.agora.projects.usecase.Originality;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.Surroundings.Carrier;
import fr.agora.projects.usecase.Surroundings.Ministry;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One use case, in the page's words.
 *
 * @param id in the search, while it is published
 * @param notice what its author should know of its state; absent while it is simply published
 * @param incomplete it came from a file without all that a person must give
 * @param stepRefused the step just asked for has a day it cannot have
 * @param jsonLd the same for machines, while it is published
 * @param originality why it was made although others exist; for its editors only
 * @param mayEdit whether the reader may change and publish it
 * @param mayWithdraw whether the reader may withdraw it, now that it is published
 */
public record UseCasePage(
        @Nullable String id,
        UseCaseCard card,
        @Nullable String audience,
        @Nullable String whatChanges,
        @Nullable String description,
        List<IndicatorView> indicators,
        List<BlockCard> blocks,
        List<Carrier> carriers,
        @Nullable String ministries,
        @Nullable String places,
        List<Tag> themes,
        List<Tag> skills,
        @Nullable String published,
        @Nullable String visibility,
        @Nullable String notice,
        boolean incomplete,
        boolean mayEdit,
        boolean mayPublish,
        boolean mayWithdraw,
        @Nullable String repository,
        @Nullable String website,
        TimelineView timeline,
        boolean stepRefused,
        @Nullable String jsonLd,
        @Nullable Originality originality) {

    static UseCasePage of(
            UseCase useCase,
            Optional<CurrentUser> reader,
            List<Phase> open,
            boolean stepRefused,
            LocalDate today,
            String publicUrl,
            Page page) {
        UseCaseContent content = useCase.content();
        boolean mayEdit = reader.filter(useCase::mayBeEditedBy).isPresent();
        return new UseCasePage(
                useCase.isPublished() ? useCase.id() : null,
                UseCaseCard.of(useCase, page),
                content.audience(),
                content.whatChanges(),
                content.description(),
                content.indicators().stream()
                        .map(each -> IndicatorView.of(each, page))
                        .toList(),
                content.blocks().stream()
                        .map(block -> BlockCard.of(block, page))
                        .toList(),
                useCase.surroundings().organizations(),
                joined(useCase.surroundings().ministries().stream()
                        .map(Ministry::name)
                        .toList()),
                joined(Territories.mostPrecise(content.territories()).stream()
                        .map(place -> Choices.place(place, page))
                        .toList()),
                content.themes().stream()
                        .map(theme ->
                                new Tag(Choices.theme(theme, page), page.href("/cas-usage", "theme", theme.code())))
                        .toList(),
                content.skills().stream()
                        .map(skill -> new Tag(skill.label(), page.href("/cas-usage", "skill", skill.code())))
                        .toList(),
                useCase.publishedAt() == null || !useCase.isPublished() ? null : page.date(useCase.publishedAt()),
                mayEdit ? page.t("visibility." + content.visibility()) : null,
                notice(useCase, mayEdit, page),
                !Completeness.missing(content).isEmpty(),
                mayEdit,
                mayEdit && !useCase.isPublished(),
                useCase.isPublished()
                        && reader.filter(useCase::mayBeWithdrawnBy).isPresent(),
                content.repository(),
                content.website(),
                TimelineView.of(useCase, open, today.toString(), page),
                stepRefused,
                useCase.isPublished() ? SoftwareJsonLd.of(useCase, publicUrl) : null,
                mayEdit ? useCase.originality().orElse(null) : null);
    }

    private static @Nullable String notice(UseCase useCase, boolean mayEdit, Page page) {
        if (!mayEdit) {
            return null;
        }
        return switch (useCase.status()) {
            case DRAFT -> page.t("use-case.notice.draft");
            case PUBLISHED -> null;
            case WITHDRAWN -> page.t("use-case.notice.withdrawn");
        };
    }

    private static @Nullable String joined(List<String> words) {
        return words.isEmpty() ? null : words.stream().collect(Collectors.joining(", "));
    }
}
