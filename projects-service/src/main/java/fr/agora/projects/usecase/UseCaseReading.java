package fr.agora.projects.usecase;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.reference.Territories;
import fr.agora.projects.reference.Vocabularies;
import fr.agora.projects.usecase.Block.Maintainer;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a use case's content of what was written, or says every wrong field at once. */
@Component
final class UseCaseReading {

    private final Validator validator;
    private final Organizations organizations;
    private final ReferenceGrants grants;
    private final BrickDependencies dependencies;
    private final Clock clock;

    UseCaseReading(
            Validator validator,
            Organizations organizations,
            ReferenceGrants grants,
            BrickDependencies dependencies,
            Clock clock) {
        this.validator = validator;
        this.organizations = organizations;
        this.grants = grants;
        this.dependencies = dependencies;
        this.clock = clock;
    }

    /**
     * Reads a request.
     *
     * @param before what it replaces; absent for a new use case
     * @param publishing whether others will see it, so that nothing may be missing
     */
    UseCaseContent read(UseCaseRequest request, CurrentUser author, @Nullable UseCase before, boolean publishing) {
        List<FieldProblem> problems = new ArrayList<>(ProblemClassifier.fields(validator.validate(request)));
        Visibility visibility = Objects.requireNonNullElse(request.visibility(), Visibility.PUBLIC);
        boolean kept = before != null && before.content().visibility() == visibility;
        if (!kept && (visibility == Visibility.NETWORK || visibility == Visibility.ME)) {
            problems.add(FieldProblem.of("visibility", "use-case.visibility"));
        }
        Phase phase = phase(request.phase(), author, before, problems);
        checkSlug(request.slug(), before, problems);
        List<Indicator> indicators = indicators(orEmpty(request.indicators()), problems);
        WrittenBlocks.Read written =
                WrittenBlocks.read(orEmpty(request.blocks()), before, id -> maintainer(id, author, before), problems);
        List<Block> blocks = dependencies.resolve(written.blocks(), written.dependsOn(), author, problems);
        List<String> carriers = carriers(orEmpty(request.organizations()), author, before, problems);
        List<Labelled> territories = territories(orEmpty(request.territories()), problems);
        List<Labelled> skills = words("skills", Vocabularies.SKILLS, orEmpty(request.skills()), problems);
        List<Labelled> themes = words("themes", Vocabularies.THEMES, orEmpty(request.themes()), problems);
        String repository = WebLink.read(request.repository(), "repository", problems);
        String website = WebLink.read(request.website(), "website", problems);
        if (publishing) {
            problems.addAll(Completeness.missing(request.audience(), request.whatChanges(), indicators));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        return new UseCaseContent(
                Objects.requireNonNull(request.title()).strip(),
                Objects.requireNonNull(request.pitch()).strip(),
                orAbsent(request.audience()),
                orAbsent(request.whatChanges()),
                orAbsent(request.description()),
                phase,
                indicators,
                blocks,
                carriers,
                territories,
                skills,
                themes,
                repository,
                website,
                visibility);
    }

    private Phase phase(
            @Nullable Phase wanted, CurrentUser author, @Nullable UseCase before, List<FieldProblem> problems) {
        Phase phase = Objects.requireNonNullElse(wanted, Phase.IDEA);
        boolean kept = before != null && before.content().phase() == phase;
        if (phase == Phase.REFERENCE && !kept && !grants.mayGrant(author)) {
            problems.add(FieldProblem.of("phase", "use-case.reference"));
        } else if (before != null
                && !before.mayBeRenamed()
                && !Lifecycle.allows(before.content().phase(), phase)) {
            // others know where it stood
            problems.add(FieldProblem.of(
                    "phase", "use-case.after." + before.content().phase()));
        }
        return phase;
    }

    private static void checkSlug(@Nullable String slug, @Nullable UseCase before, List<FieldProblem> problems) {
        if (slug == null || slug.isBlank() || (before != null && before.slug().equals(slug))) {
            return;
        }
        if (!Slugs.isWellFormed(slug)) {
            problems.add(FieldProblem.of("slug", "field.format"));
        } else if (before != null && !before.mayBeRenamed()) {
            problems.add(FieldProblem.of("slug", "use-case.slug-stays"));
        }
    }

    private List<Indicator> indicators(List<UseCaseRequest.WrittenIndicator> written, List<FieldProblem> problems) {
        List<Indicator> indicators = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            UseCaseRequest.WrittenIndicator each = written.get(index);
            if (each == null) {
                continue;
            }
            indicators.add(new Indicator(
                    orAbsent(each.label()),
                    orAbsent(each.before()),
                    orAbsent(each.after()),
                    orAbsent(each.unit()),
                    day(each.measuredOn(), "indicators[" + index + "].measuredOn", problems),
                    orAbsent(each.source())));
        }
        return indicators;
    }

    private @Nullable LocalDate day(@Nullable String written, String field, List<FieldProblem> problems) {
        String text = orAbsent(written);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(LocalDate.now(clock))) {
                problems.add(FieldProblem.of(field, "use-case.future-date"));
            }
            return day;
        } catch (DateTimeException unreadable) {
            problems.add(FieldProblem.of(field, "use-case.date"));
            // not absent: one mistake is said once
            return LocalDate.EPOCH;
        }
    }

    private List<String> carriers(
            List<Word> written, CurrentUser author, @Nullable UseCase before, List<FieldProblem> problems) {
        Set<String> carriers = new LinkedHashSet<>();
        for (int index = 0; index < written.size(); index++) {
            Word word = written.get(index);
            if (word == null || word.text().isEmpty()) {
                continue;
            }
            String id = word.text();
            // the directory's fact may still be under way: the token and what was accepted before vouch for these
            boolean vouched = id.equals(author.organization())
                    || (before != null && before.content().organizationIds().contains(id));
            if (!vouched && organizations.find(id).isEmpty()) {
                problems.add(FieldProblem.of("organizations[" + index + "]", "field.unknown", id));
            }
            carriers.add(id);
        }
        return List.copyOf(carriers);
    }

    private Optional<Maintainer> maintainer(String id, CurrentUser author, @Nullable UseCase before) {
        Optional<Maintainer> known = organizations.find(id).map(each -> new Maintainer(id, each.name()));
        if (known.isPresent() || before == null) {
            return known.isPresent() || !id.equals(author.organization()) ? known : Optional.of(new Maintainer(id, id));
        }
        // one that left the directory since stays, with the name it had
        return before.content().blocks().stream()
                .map(Block::maintainer)
                .filter(each -> each != null && each.id().equals(id))
                .findFirst();
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

    private static List<Labelled> words(
            String field, Vocabulary vocabulary, List<Word> written, List<FieldProblem> problems) {
        Set<Labelled> found = new LinkedHashSet<>();
        for (int index = 0; index < written.size(); index++) {
            Word word = written.get(index);
            if (word == null || word.text().isEmpty()) {
                continue;
            }
            if (Words.slug(word.text()).isEmpty()) {
                problems.add(FieldProblem.of(field + "[" + index + "]", "field.invalid"));
                continue;
            }
            Labelled meant = vocabulary.named(word.text());
            boolean known = vocabulary.find(meant.code()).isPresent();
            found.add(known ? meant : new Labelled(meant.code(), word.labelOr(meant.label())));
        }
        return List.copyOf(found);
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static @Nullable String orAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
