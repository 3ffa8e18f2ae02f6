package fr.agora.jobs.offer.web;

import fr.agora.jobs.address.Addresses;
import fr.agora.jobs.copies.Organization;
import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.copies.UseCase;
import fr.agora.jobs.copies.UseCases;
import fr.agora.jobs.mandates.Mandate;
import fr.agora.jobs.mandates.Mandates;
import fr.agora.jobs.offer.Classification;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.Surroundings;
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
import java.util.ArrayList;
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
    private static final int MOST_LABS = 100;
    private static final int MOST_CONTACTS = 30;
    private static final List<String> FIELDS = List.of(
            "title",
            "summary",
            "description",
            "organizationId",
            "jobFamily",
            "rome",
            "rmfp",
            "seniority",
            "requiredSkills",
            "skills",
            "category",
            "versant",
            "access",
            "contractTypes",
            "salaryFrom",
            "salaryTo",
            "salaryText",
            "remoteDaysPerWeek",
            "territories[0]",
            "address",
            "labId",
            "team",
            "useCases",
            "process",
            "contactMandateId",
            "validThrough",
            "visibility");

    private final Organizations organizations;
    private final UseCases useCases;
    private final Mandates mandates;
    private final Addresses addresses;
    private final ProblemTexts texts;
    private final Clock clock;

    OfferFormView(
            Organizations organizations,
            UseCases useCases,
            Mandates mandates,
            Addresses addresses,
            ProblemTexts texts,
            Clock clock) {
        this.mandates = mandates;
        this.addresses = addresses;
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
                Choices.trades(),
                Choices.of(Classification.Category.values(), "category", page),
                Choices.of(Classification.Versant.values(), "versant", page),
                Choices.of(Classification.Access.values(), "access", page),
                labs(offer),
                contacts(employer, offer, page),
                addresses.isOn(),
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
        return unreadable && page.hasText("offer.unreadable." + field)
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

    private List<Choice> labs(@Nullable Offer offer) {
        Map<String, Choice> all = new LinkedHashMap<>();
        Surroundings.Employer last = offer == null ? null : offer.surroundings().lab();
        if (last != null) {
            all.put(last.id(), Choice.of(last.id(), last.name()));
        }
        organizations.labs(MOST_LABS).forEach(lab -> all.put(lab.id(), Choice.of(lab.id(), lab.name())));
        return List.copyOf(all.values());
    }

    /** Those who answer for the employer, and for the ministries above it. */
    private List<Choice> contacts(@Nullable String employer, @Nullable Offer offer, Page page) {
        Map<String, Choice> all = new LinkedHashMap<>();
        String chosen = offer == null ? null : offer.content().circumstances().contactMandateId();
        if (chosen != null) {
            mandates.inForce(chosen).ifPresent(each -> all.put(each.id(), contact(each, page)));
        }
        if (employer != null) {
            List<String> asked = new ArrayList<>(List.of(employer));
            organizations.find(employer).ifPresent(known -> known.ministries().forEach(each -> asked.add(each.id())));
            mandates.inForceFor(asked, MOST_CONTACTS).forEach(each -> all.put(each.id(), contact(each, page)));
        }
        return List.copyOf(all.values());
    }

    private static Choice contact(Mandate mandate, Page page) {
        return Choice.of(mandate.id(), page.t("contact.role." + mandate.role()) + " – " + mandate.organizationName());
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
