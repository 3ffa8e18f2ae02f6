package fr.agora.projects.usecase;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.Originality.Considered;
import fr.agora.projects.usecase.UseCaseRequest.WrittenOriginality;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Writing, publishing and withdrawing use cases, by those who may. */
@Component
public class UseCaseWriting {

    private final UseCases useCases;
    private final Slugs slugs;
    private final UseCaseReading reading;
    private final Neighbourhood neighbourhood;
    private final UseCaseRefreshing refreshing;
    private final BrickDependencies dependencies;
    private final Clock clock;

    UseCaseWriting(
            UseCases useCases,
            Slugs slugs,
            UseCaseReading reading,
            Neighbourhood neighbourhood,
            UseCaseRefreshing refreshing,
            BrickDependencies dependencies,
            Clock clock) {
        this.useCases = useCases;
        this.slugs = slugs;
        this.reading = reading;
        this.neighbourhood = neighbourhood;
        this.refreshing = refreshing;
        this.dependencies = dependencies;
        this.clock = clock;
    }

    /** A draft, or at once published. */
    public UseCase create(CurrentUser author, UseCaseRequest request, boolean publish) {
        checkWrites(author);
        UseCaseContent content = reading.read(request, author, null, publish);
        Optional<Originality> originality = originality(request.originality(), author);
        String id = OpaqueId.next("uc");
        Supplier<UseCase> write = () -> UseCases.withoutCollision(() -> {
            String slug = slug(request.slug(), content, id);
            Surroundings around = neighbourhood.of(content, Surroundings.NONE);
            UseCase useCase = UseCase.draft(id, author.accountId(), slug, content, around, clock);
            originality.ifPresent(useCase::answer);
            if (publish) {
                useCase.publish(clock);
            }
            return useCases.save(useCase);
        });
        return refreshing.justWritten(dependencies.writing(content.blocks(), write));
    }

    /** What was shown before writing, with the reason it would not do: nobody skips the question they were asked. */
    private Optional<Originality> originality(@Nullable WrittenOriginality written, CurrentUser author) {
        if (written == null) {
            return Optional.empty();
        }
        List<Considered> considered = UseCaseReading.orEmpty(written.considered()).stream()
                .distinct()
                .flatMap(each -> useCases.find(each).stream())
                .filter(useCase -> useCase.isVisibleTo(Optional.of(author)))
                .map(useCase -> new Considered(useCase.id(), useCase.content().title()))
                .toList();
        String reason = UseCaseReading.orAbsent(written.reason());
        if (reason == null && !considered.isEmpty()) {
            throw ProblemException.invalidField("originality.reason", "use-case.reason-needed");
        }
        return reason == null ? Optional.empty() : Optional.of(new Originality(considered, reason));
    }

    /**
     * Replaces the whole content; what others see may never become incomplete.
     *
     * @throws ProblemException when another content was saved meanwhile
     */
    public UseCase edit(CurrentUser author, String id, UseCaseRequest request, boolean publish) {
        AtomicReference<@Nullable UseCaseContent> firstRead = new AtomicReference<>();
        return refreshing.justWritten(UseCases.withoutCollision(() -> {
            UseCase useCase = editable(author, id);
            UseCaseContent before = useCase.content();
            UseCaseContent content = reading.read(request, author, useCase, publish || useCase.isPublished());
            boolean changed = !firstRead.compareAndSet(null, before) && !before.equals(firstRead.get());
            if (changed && !before.saysTheSameAs(content)) {
                throw new ProblemException(CommonProblem.EDIT_CONFLICT);
            }
            // this very edit, by an attempt whose answer was lost: the bricks keep the ids it gave them
            return replace(useCase, changed ? before : content, request, publish);
        }));
    }

    private UseCase replace(UseCase useCase, UseCaseContent content, UseCaseRequest request, boolean publish) {
        return dependencies.writing(content.blocks(), () -> {
            if (useCase.mayBeRenamed()) {
                rename(useCase, request.slug(), content);
            }
            useCase.edit(content, neighbourhood.of(content, useCase.surroundings()), clock);
            if (publish) {
                useCase.publish(clock);
            }
            return useCases.save(useCase);
        });
    }

    public UseCase publish(CurrentUser author, String id) {
        return UseCases.withoutCollision(() -> {
            UseCase useCase = editable(author, id);
            List<FieldProblem> missing = Completeness.missing(useCase.content());
            if (!useCase.isPublished() && !missing.isEmpty()) {
                throw ProblemException.invalidFields(missing);
            }
            useCase.publish(clock);
            return useCases.save(useCase);
        });
    }

    public UseCase withdraw(CurrentUser author, String id) {
        return UseCases.withoutCollision(() -> {
            UseCase useCase = allowed(author, id, each -> each.mayBeWithdrawnBy(author));
            useCase.withdraw(clock);
            return useCases.save(useCase);
        });
    }

    /** A use case to be edited. */
    public UseCase editable(CurrentUser author, String id) {
        return allowed(author, id, each -> each.mayBeEditedBy(author));
    }

    /** What anyone may read, by its id or its slug; hidden and absent look the same. */
    public UseCase visible(Optional<CurrentUser> reader, String idOrSlug) {
        return findVisible(reader, idOrSlug).orElseThrow(ProblemException::notFound);
    }

    /** The same for those who ask whether there is one; hidden and absent look the same. */
    public Optional<UseCase> findVisible(Optional<CurrentUser> reader, String idOrSlug) {
        return useCases.find(idOrSlug)
                .or(() -> useCases.findBySlug(idOrSlug))
                .filter(useCase -> useCase.isVisibleTo(reader));
    }

    /** The use case of a brick; hidden and absent look the same. */
    public UseCase ofBlock(Optional<CurrentUser> reader, String blockId) {
        return useCases.findByBlock(blockId)
                .filter(useCase -> useCase.isVisibleTo(reader))
                .filter(useCase -> useCase.block(blockId).isPresent())
                .orElseThrow(ProblemException::notFound);
    }

    /** Throws unless that account may write a use case at all. */
    public void checkWrites(CurrentUser author) {
        if (!author.has(Role.MEMBER) && !author.isAdmin()) {
            throw new AccessDeniedException("Members write use cases");
        }
    }

    private UseCase allowed(CurrentUser author, String id, Predicate<UseCase> rule) {
        UseCase useCase = visible(Optional.of(author), id);
        if (!rule.test(useCase)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return useCase;
    }

    private void rename(UseCase useCase, @Nullable String given, UseCaseContent content) {
        boolean sameTitle = useCase.content().title().equals(content.title());
        if (given != null && !given.isBlank() ? !given.equals(useCase.slug()) : !sameTitle) {
            useCase.rename(slug(given, content, useCase.id()));
        }
    }

    private String slug(@Nullable String given, UseCaseContent content, String ownId) {
        if (given == null || given.isBlank()) {
            return slugs.free(Slugs.of(content.title()), ownId);
        }
        if (useCases.isTaken(given, ownId)) {
            throw UseCaseProblem.DUPLICATE_SLUG.asException(given);
        }
        return given;
    }
}
