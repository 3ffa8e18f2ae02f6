package fr.agora.jobs.offer;

import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.copies.UseCases;
import fr.agora.jobs.mandates.Mandates;
import fr.agora.jobs.reference.Territories;
import fr.agora.jobs.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an offer's content of what was written, or says every wrong field at once. */
@Component
final class OfferReading {

    private static final int FURTHEST_YEARS = 2;

    private final Validator validator;
    private final Organizations organizations;
    private final UseCases useCases;
    private final Mandates mandates;
    private final Clock clock;

    OfferReading(Validator validator, Organizations organizations, UseCases useCases, Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.validator = validator;
        this.organizations = organizations;
        this.useCases = useCases;
        this.clock = clock;
    }

    /**
     * Reads a request.
     *
     * @param employer the organisation it is for, already allowed
     * @param trusted whether that organisation need not be looked up, its id being vouched for
     * @param themes kept from before: requests do not speak of them
     * @param kept where it came from, of which requests do not speak either
     */
    OfferContent read(
            OfferRequest request, String employer, boolean trusted, List<Labelled> themes, Circumstances kept) {
        List<FieldProblem> problems = new ArrayList<>(ProblemClassifier.fields(validator.validate(request)));
        if (!trusted && organizations.find(employer).isEmpty()) {
            problems.add(FieldProblem.of("organizationId", "field.unknown", employer));
        }
        Visibility visibility = Objects.requireNonNullElse(request.visibility(), Visibility.PUBLIC);
        if (visibility == Visibility.NETWORK || visibility == Visibility.ME) {
            problems.add(FieldProblem.of("visibility", "offer.visibility"));
        }
        checkLastDay(request.validThrough(), problems);
        List<Labelled> territories = territories(orEmpty(request.territories()), problems);
        Labelled family = family(request.jobFamily(), problems);
        List<Labelled> skills = skills("skills", orEmpty(request.skills()), problems);
        List<Labelled> required = skills("requiredSkills", orEmpty(request.requiredSkills()), problems);
        Labelled rome = rome(request.rome(), problems);
        Salary salary = salary(request, problems);
        checkNames(request, problems);
        checkTexts(request, problems);
        List<String> linked = useCases(orEmpty(request.useCases()), visibility, problems);
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        return new OfferContent(
                Objects.requireNonNull(request.title()).strip(),
                Objects.requireNonNull(request.summary()).strip(),
                orAbsent(request.description()),
                employer,
                territories,
                Objects.requireNonNull(request.remoteDaysPerWeek()),
                orEmpty(request.contractTypes()).stream().distinct().toList(),
                family,
                Objects.requireNonNullElse(request.seniority(), Seniority.ANY),
                Stream.concat(required.stream(), skills.stream()).distinct().toList(),
                themes,
                orAbsent(request.salaryText()),
                linked,
                Objects.requireNonNull(request.validThrough()),
                visibility,
                required.stream().map(Labelled::code).toList(),
                salary,
                new Classification(
                        rome, orAbsent(request.rmfp()), request.category(), request.access(), request.versant()),
                new Circumstances(
                        orAbsent(request.address()),
                        orAbsent(request.labId()),
                        orAbsent(request.team()),
                        orAbsent(request.process()),
                        orAbsent(request.contactMandateId()),
                        kept.employerLabel(),
                        kept.originUrl()));
    }

    /** Throws unless an offer may be open until then. */
    void checkLastDay(@Nullable LocalDate lastDay) {
        List<FieldProblem> problems = new ArrayList<>();
        if (lastDay == null) {
            problems.add(FieldProblem.of("validThrough", "field.required"));
        }
        checkLastDay(lastDay, problems);
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }

    private void checkLastDay(@Nullable LocalDate lastDay, List<FieldProblem> problems) {
        if (lastDay == null) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        if (lastDay.isBefore(today)) {
            problems.add(FieldProblem.of("validThrough", "offer.past-date"));
        } else if (lastDay.isAfter(today.plusYears(FURTHEST_YEARS))) {
            problems.add(FieldProblem.of("validThrough", "offer.far-date", FURTHEST_YEARS));
        }
    }

    private static List<Labelled> territories(List<Word> written, List<FieldProblem> problems) {
        List<Labelled> found = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            Word word = written.get(index);
            if (word == null || word.text().isEmpty()) {
                continue;
            }
            String field = "territories[" + index + "]";
            Territories.find(word.text(), word.label())
                    .ifPresentOrElse(
                            found::add, () -> problems.add(FieldProblem.of(field, "field.unknown", word.text())));
        }
        return Territories.withParents(found);
    }

    private static Labelled family(@Nullable Word written, List<FieldProblem> problems) {
        String wanted = written == null || written.text().isEmpty() ? "autre" : written.text();
        Labelled meant = Vocabularies.JOB_FAMILIES.named(wanted);
        if (Vocabularies.JOB_FAMILIES.find(meant.code()).isEmpty()) {
            problems.add(FieldProblem.of("jobFamily", "field.unknown", wanted));
        }
        return meant;
    }

    private static List<Labelled> skills(String field, List<Word> written, List<FieldProblem> problems) {
        LinkedHashSet<Labelled> found = new LinkedHashSet<>();
        for (int index = 0; index < written.size(); index++) {
            Word word = written.get(index);
            if (word == null || word.text().isEmpty()) {
                continue;
            }
            if (Words.slug(word.text()).isEmpty()) {
                problems.add(FieldProblem.of(field + "[" + index + "]", "field.invalid"));
                continue;
            }
            Labelled meant = Vocabularies.SKILLS.named(word.text());
            found.add(
                    Vocabularies.SKILLS.find(meant.code()).isPresent()
                            ? meant
                            : new Labelled(meant.code(), word.labelOr(meant.label())));
        }
        return List.copyOf(found);
    }

    private static @Nullable Labelled rome(@Nullable Word written, List<FieldProblem> problems) {
        if (written == null || written.text().isEmpty()) {
            return null;
        }
        Optional<Labelled> known = Vocabularies.ROME.find(written.text());
        if (known.isEmpty()) {
            problems.add(FieldProblem.of("rome", "field.unknown", written.text()));
        }
        return known.orElse(null);
    }

    private static @Nullable Salary salary(OfferRequest request, List<FieldProblem> problems) {
        Integer from = request.salaryFrom();
        Integer to = request.salaryTo();
        if (from != null && to != null && from > to) {
            problems.add(FieldProblem.of("salaryTo", "offer.salary-inverted", from, to));
            return null;
        }
        return from == null && to == null ? null : new Salary(from, to);
    }

    private void checkNames(OfferRequest request, List<FieldProblem> problems) {
        String lab = orAbsent(request.labId());
        if (lab != null && organizations.find(lab).isEmpty()) {
            problems.add(FieldProblem.of("labId", "field.unknown", lab));
        }
        String contact = orAbsent(request.contactMandateId());
        if (contact != null && mandates.inForce(contact).isEmpty()) {
            problems.add(FieldProblem.of("contactMandateId", "offer.no-mandate"));
        }
    }

    private static void checkTexts(OfferRequest request, List<FieldProblem> problems) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("title", request.title());
        texts.put("summary", request.summary());
        texts.put("description", request.description());
        texts.put("salaryText", request.salaryText());
        texts.put("team", request.team());
        texts.put("process", request.process());
        texts.put("address", request.address());
        texts.forEach((field, text) -> {
            if (PersonalContact.isIn(text)) {
                problems.add(FieldProblem.of(field, "offer.personal-contact"));
            }
        });
    }

    private List<String> useCases(List<Word> written, Visibility visibility, List<FieldProblem> problems) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        for (int index = 0; index < written.size(); index++) {
            Word word = written.get(index);
            if (word == null || word.text().isEmpty()) {
                continue;
            }
            String id = word.text();
            var known = useCases.find(id);
            if (known.isEmpty()) {
                problems.add(FieldProblem.of("useCases[" + index + "]", "field.unknown", id));
            } else if (!known.get().isVisibleWherever(visibility.name())) {
                problems.add(FieldProblem.of("useCases[" + index + "]", "offer.narrow-use-case"));
            }
            found.add(id);
        }
        return List.copyOf(found);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static @Nullable String orAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
