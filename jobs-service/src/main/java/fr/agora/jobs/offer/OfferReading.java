package fr.agora.jobs.offer;

import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.copies.UseCases;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an offer's content of what was written, or says every wrong field at once. */
@Component
final class OfferReading {

    private static final int FURTHEST_YEARS = 2;

    private final Validator validator;
    private final Organizations organizations;
    private final UseCases useCases;
    private final Clock clock;

    OfferReading(Validator validator, Organizations organizations, UseCases useCases, Clock clock) {
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
     */
    OfferContent read(OfferRequest request, String employer, boolean trusted, List<Labelled> themes) {
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
        List<Labelled> skills = skills(orEmpty(request.skills()), problems);
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
                skills,
                themes,
                orAbsent(request.salaryText()),
                linked,
                Objects.requireNonNull(request.validThrough()),
                visibility);
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

    private static List<Labelled> skills(List<Word> written, List<FieldProblem> problems) {
        LinkedHashSet<Labelled> found = new LinkedHashSet<>();
        for (int index = 0; index < written.size(); index++) {
            Word word = written.get(index);
            if (word == null || word.text().isEmpty()) {
                continue;
            }
            if (Words.slug(word.text()).isEmpty()) {
                problems.add(FieldProblem.of("skills[" + index + "]", "field.invalid"));
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
