package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.Surroundings;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.offer.Surroundings.LinkedUseCase;
import fr.agora.jobs.reference.Territories;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One offer, in the page's words.
 *
 * @param notice what its author should know of its state; absent while it is simply published
 * @param mayEdit whether the reader may change and publish it
 * @param mayWithdraw whether the reader may withdraw it, now that it is published
 */
public record OfferPage(
        OfferCard card,
        @Nullable String description,
        List<Employer> employers,
        @Nullable String ministries,
        @Nullable String places,
        @Nullable String contracts,
        String seniority,
        @Nullable String salary,
        List<Tag> skills,
        List<LinkedUseCase> useCases,
        @Nullable String notice,
        boolean mayEdit,
        boolean mayPublish,
        boolean mayWithdraw) {

    static OfferPage of(Offer offer, Optional<CurrentUser> reader, Page page, Clock clock) {
        OfferContent content = offer.content();
        Surroundings around = offer.surroundings();
        boolean mayEdit = reader.filter(offer::mayBeEditedBy).isPresent();
        return new OfferPage(
                OfferCard.of(offer, page, clock),
                content.description(),
                around.organizations(),
                joined(around.ministries().stream()
                        .map(Surroundings.Ministry::name)
                        .toList()),
                joined(Territories.mostPrecise(content.territories()).stream()
                        .map(place -> Choices.name(place, page))
                        .toList()),
                joined(content.contractTypes().stream()
                        .map(type -> page.t("contract." + type))
                        .toList()),
                page.t("seniority." + content.seniority()),
                content.salaryText(),
                content.skills().stream()
                        .map(skill -> new Tag(skill.label(), page.href("/recherche", "skill", skill.code())))
                        .toList(),
                around.useCases(),
                notice(offer, mayEdit, page, clock),
                mayEdit,
                mayEdit && !offer.isPublished() && !offer.isOver(clock),
                offer.isPublished() && reader.filter(offer::mayBeWithdrawnBy).isPresent());
    }

    private static @Nullable String notice(Offer offer, boolean mayEdit, Page page, Clock clock) {
        if (!mayEdit) {
            return null;
        }
        if (offer.isOver(clock)) {
            return page.t("offer.notice.over");
        }
        return switch (offer.status()) {
            case DRAFT -> page.t("offer.notice.draft");
            case PUBLISHED -> null;
            case WITHDRAWN -> page.t("offer.notice.withdrawn");
        };
    }

    private static @Nullable String joined(List<String> words) {
        return words.isEmpty() ? null : words.stream().collect(Collectors.joining(", "));
    }
}
