package fr.agora.jobs.offer.web;

import fr.agora.jobs.copies.Organization;
import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.copies.UseCase;
import fr.agora.jobs.copies.UseCases;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.Visibility;
import fr.agora.jobs.reference.Territories;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemTexts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of an offer shows beside its fields. */
@Component
class OfferFormView {

    private static final int MOST_USE_CASES = 50;
    private static final List<String> FIELDS = List.of(
            "title",
            "summary",
            "description",
            "organizationId",
            "jobFamily",
            "skills",
            "useCases",
            "remoteDaysPerWeek",
            "territories[0]",
            "contractTypes",
            "seniority",
            "salaryText",
            "validThrough",
            "visibility");

    private final Organizations organizations;
    private final UseCases useCases;
    private final ProblemTexts texts;
    private final Clock clock;

    OfferFormView(Organizations organizations, UseCases useCases, ProblemTexts texts, Clock clock) {
        this.organizations = organizations;
        this.useCases = useCases;
        this.texts = texts;
        this.clock = clock;
    }

    OfferFormPage of(@Nullable Offer offer, CurrentUser author, Page page) {
        String employer =
                offer == null ? author.organization() : offer.content().organizationId();
        return new OfferFormPage(
                page.t(offer == null ? "offers.new" : "offer.edit"),
                offer == null ? "/offres/nouvelle" : offer.url() + "/modifier",
                offer == null ? "/offres/mes-offres" : offer.url(),
                offer != null && offer.isPublished(),
                author.isAdmin() || employer == null ? null : name(employer, offer),
                places(offer),
                territories(offer, page),
                Choices.families(page),
                Choices.contractTypes(page),
                Choices.seniorities(page),
                visibilities(page),
                useCases(employer, offer),
                LocalDate.now(clock).toString());
    }

    /** The form again, with what is wrong; a value that could not be read is not called missing. */
    Form refused(OfferForm typed, List<FieldProblem> problems, Page page) {
        Form form = Form.of(typed.values());
        problems.stream()
                // in the order of the form, so that the summary is walked downwards
                .sorted(Comparator.comparingInt(problem -> place(field(problem.field()))))
                .forEach(problem -> {
                    String field = field(problem.field());
                    form.reject(field, words(problem, field, typed, page));
                });
        FIELDS.forEach(field -> form.named(field, page.t("offer." + field.replace("[0]", ""))));
        return form;
    }

    private String words(FieldProblem problem, String field, OfferForm typed, Page page) {
        boolean unreadable = problem.message().equals("field.required") && typed.isTyped(field);
        return unreadable
                ? page.t("offer.unreadable." + field)
                : page.t("offer.this-field", texts.field(problem, page.locale()));
    }

    private static int place(String field) {
        int place = FIELDS.indexOf(field.replaceAll("\\[.*", "[0]"));
        return place < 0 ? FIELDS.size() : place;
    }

    /** {@code skills[3].code} is said at {@code skills}: one field holds them all; each territory has its own. */
    private static String field(String path) {
        String field = path.replaceAll("\\..*", "");
        return field.startsWith("territories[") ? field : field.replaceAll("\\[.*", "");
    }

    private String name(String employer, @Nullable Offer offer) {
        Optional<String> known = organizations.find(employer).map(Organization::name);
        return known.orElseGet(
                () -> offer == null || offer.surroundings().organizations().isEmpty()
                        ? employer
                        : offer.surroundings().organizations().getFirst().name());
    }

    private static int places(@Nullable Offer offer) {
        int given = offer == null
                ? 0
                : Territories.mostPrecise(offer.content().territories()).size();
        return Math.clamp(given + 1L, 2, OfferForm.MOST_PLACES);
    }

    private static List<Choice> territories(@Nullable Offer offer, Page page) {
        if (offer == null) {
            return Choices.territories(page);
        }
        // communes beyond the main ones are known by the offer alone
        return Stream.concat(
                        offer.content().territories().stream()
                                .filter(place -> !Territories.all().contains(place))
                                .map(place -> Choice.of(place.code(), Choices.name(place, page))),
                        Choices.territories(page).stream())
                .toList();
    }

    private static List<Choice> visibilities(Page page) {
        List<Visibility> offered = List.of(Visibility.PUBLIC, Visibility.AGENTS);
        return offered.stream()
                .map(each ->
                        new Choice(each.name(), page.t("visibility." + each), page.t("visibility." + each + ".hint")))
                .toList();
    }

    private List<Choice> useCases(@Nullable String employer, @Nullable Offer offer) {
        Map<String, Choice> all = new LinkedHashMap<>();
        if (offer != null) {
            for (String id : offer.content().useCaseIds()) {
                String title = useCases.find(id).map(UseCase::title).orElse(id);
                all.put(id, Choice.of(id, title));
            }
        }
        if (employer != null) {
            useCases.ofOrganization(employer, MOST_USE_CASES)
                    .forEach(each -> all.putIfAbsent(each.id(), Choice.of(each.id(), each.title())));
        }
        return List.copyOf(all.values());
    }
}
