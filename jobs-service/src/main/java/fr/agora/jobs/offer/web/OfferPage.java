package fr.agora.jobs.offer.web;

import fr.agora.jobs.mandates.Mandate;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.Salary;
import fr.agora.jobs.offer.Surroundings;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.reference.Territories;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One offer, in the page's words.
 *
 * @param requiredSkills those one cannot do without, apart from the others
 * @param jsonLd the offer for search engines, absent where it is not for everybody
 * @param notice what its author should know of its state; absent while it is simply published
 * @param mayEdit whether the reader may change and publish it
 * @param mayWithdraw whether the reader may withdraw it, now that it is published
 * @param mayFill whether the reader may say that somebody was found
 * @param mayRefuse whether the reader may give it back to its author
 * @param maySuspend whether the reader may take it off with a reason
 * @param history what became of it, the latest first; empty for those it is none of their business
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
        List<Tag> requiredSkills,
        List<OfferImpact> useCases,
        OfferFrame frame,
        @Nullable String jsonLd,
        @Nullable String notice,
        boolean mayEdit,
        boolean mayPublish,
        boolean mayWithdraw,
        boolean mayFill,
        boolean mayRefuse,
        boolean maySuspend,
        List<OfferStepView> history) {

    static OfferPage of(
            Offer offer,
            Optional<CurrentUser> reader,
            Optional<Mandate> contact,
            @Nullable String jsonLd,
            Page page,
            Clock clock) {
        OfferContent content = offer.content();
        Surroundings around = offer.surroundings();
        boolean mayEdit = reader.filter(offer::mayBeEditedBy).isPresent();
        boolean moderates = reader.filter(CurrentUser::isModerator).isPresent();
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
                salary(content, page),
                content.skills().stream()
                        .filter(skill -> !content.requiredSkills().contains(skill.code()))
                        .map(skill -> new Tag(skill.label(), page.href("/recherche", "skill", skill.code())))
                        .toList(),
                content.skills().stream()
                        .filter(skill -> content.requiredSkills().contains(skill.code()))
                        .map(skill -> new Tag(skill.label(), page.href("/recherche", "skill", skill.code())))
                        .toList(),
                around.useCases().stream()
                        .map(each -> OfferImpact.of(each, page))
                        .toList(),
                OfferFrame.of(offer, contact, page),
                jsonLd,
                notice(offer, mayEdit || moderates, page, clock),
                mayEdit,
                mayPublish(offer, reader, clock),
                offer.isPublished() && reader.filter(offer::mayBeWithdrawnBy).isPresent(),
                mayEdit && offer.isPublished(),
                moderates && offer.status() == OfferStatus.IN_REVIEW,
                moderates && offer.isPublished(),
                mayEdit || moderates ? history(offer, page) : List.of());
    }

    private static @Nullable String salary(OfferContent content, Page page) {
        Salary range = content.salary();
        if (range == null) {
            return content.salaryText();
        }
        Integer from = range.from();
        Integer to = range.to();
        String said;
        if (from == null || to == null) {
            said = from != null
                    ? page.t("salary.from", page.number(from))
                    : page.t("salary.to", page.number(Objects.requireNonNull(to)));
        } else {
            said = page.t("salary.range", page.number(from), page.number(to));
        }
        return content.salaryText() == null ? said : said + " – " + content.salaryText();
    }

    private static boolean mayPublish(Offer offer, Optional<CurrentUser> reader, Clock clock) {
        if (offer.isPublished() || offer.isOver(clock) || offer.isHeldBack()) {
            return false;
        }
        return offer.awaitsModerator()
                ? reader.filter(CurrentUser::isModerator).isPresent()
                : reader.filter(offer::mayBeEditedBy).isPresent();
    }

    private static @Nullable String notice(Offer offer, boolean concerned, Page page, Clock clock) {
        if (!concerned) {
            return null;
        }
        return switch (offer.status()) {
            case DRAFT -> page.t(offer.isOver(clock) ? "offer.notice.over" : "offer.notice.draft");
            case IN_REVIEW -> page.t("offer.notice.in-review");
            case PUBLISHED -> offer.isOver(clock) ? page.t("offer.notice.over") : null;
            case SUSPENDED -> page.t("offer.notice.suspended");
            case WITHDRAWN -> page.t("offer.notice.withdrawn");
            case FILLED -> page.t("offer.notice.filled");
            case EXPIRED -> page.t("offer.notice.over");
            case ARCHIVED -> page.t("offer.notice.archived");
        };
    }

    private static List<OfferStepView> history(Offer offer, Page page) {
        return offer.history().reversed().stream()
                .map(step -> OfferStepView.of(step, page))
                .toList();
    }

    private static @Nullable String joined(List<String> words) {
        return words.isEmpty() ? null : words.stream().collect(Collectors.joining(", "));
    }
}
