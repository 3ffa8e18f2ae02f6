package fr.agora.projects.usecase;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over use cases kept elsewhere: the same one again is an update, an unchanged one is left alone. */
@Component
public class UseCaseImporting {

    private final UseCases useCases;
    private final Slugs slugs;
    private final Neighbourhood neighbourhood;
    private final UseCaseRefreshing refreshing;
    private final Clock clock;

    UseCaseImporting(
            UseCases useCases, Slugs slugs, Neighbourhood neighbourhood, UseCaseRefreshing refreshing, Clock clock) {
        this.useCases = useCases;
        this.slugs = slugs;
        this.neighbourhood = neighbourhood;
        this.refreshing = refreshing;
        this.clock = clock;
    }

    /**
     * One use case of a file.
     *
     * @param source where it is kept; another source's use case of the same id is never taken over
     * @param digest of all that was imported: an equal one changes nothing
     * @param slug the address it would like; absent: made from the title
     * @param history the phases it went through there, oldest first; empty where nothing is known
     * @param draft whether others must not see it
     */
    public record Imported(
            String id,
            String source,
            String digest,
            @Nullable String slug,
            UseCaseContent content,
            List<PhaseChange> history,
            boolean draft) {

        private String key() {
            return source + "/" + id;
        }
    }

    public LineOutcome take(Imported line) {
        return UseCases.withoutCollision(() -> attempt(line));
    }

    private LineOutcome attempt(Imported line) {
        Optional<UseCase> known = useCases.find(line.id());
        if (known.filter(useCase -> !useCase.cameFrom(line.key())).isPresent()) {
            throw ProblemException.invalidField("id", "use-case.other-source");
        }
        if (known.filter(useCase -> useCase.saysTheSameAs(line.digest())).isPresent()) {
            return new LineOutcome.Unchanged(line.id());
        }
        checkBlocks(line);
        refreshing.justWritten(write(line, known));
        return known.isPresent() ? new LineOutcome.Updated(line.id()) : new LineOutcome.Created(line.id());
    }

    private UseCase write(Imported line, Optional<UseCase> known) {
        UseCase useCase = known.orElseGet(() -> UseCase.imported(
                line.id(),
                line.key(),
                slugs.free(wanted(line), line.id()),
                line.content(),
                neighbourhood.of(line.content(), Surroundings.NONE),
                clock));
        if (line.slug() != null && useCase.mayBeRenamed() && !useCase.slug().equals(line.slug())) {
            useCase.rename(slugs.free(line.slug(), line.id()));
        }
        if (line.draft() && useCase.isPublished()) {
            // hidden first: what is about to leave is not told again
            useCase.withdraw(clock);
        }
        useCase.edit(line.content(), neighbourhood.of(line.content(), useCase.surroundings()), clock);
        LocalDate today = LocalDate.now(clock);
        useCase.adopt(line.history().stream()
                .filter(step -> !step.on().isAfter(today))
                .toList());
        // a file knows nothing of a moderator’s decision
        if (!line.draft() && !useCase.isHeldBack()) {
            useCase.publish(clock);
        }
        useCase.remember(line.digest());
        return useCases.save(useCase);
    }

    private static String wanted(Imported line) {
        return line.slug() == null ? Slugs.of(line.content().title()) : line.slug();
    }

    /** A brick never changes hands: its page and its links belong to one use case. */
    private void checkBlocks(Imported line) {
        List<FieldProblem> problems = new ArrayList<>();
        List<String> ids = line.content().blockIds();
        for (int index = 0; index < ids.size(); index++) {
            Optional<UseCase> owner = useCases.findByBlock(ids.get(index));
            if (owner.filter(other -> !other.id().equals(line.id())).isPresent()
                    || ids.indexOf(ids.get(index)) < index) {
                problems.add(FieldProblem.of("briques[" + index + "].id", "use-case.other-block"));
            }
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }
}
