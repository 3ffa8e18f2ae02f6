package fr.agora.projects.reuse;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.copies.Ministry;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.forms.Written;
import fr.agora.projects.usecase.Recognising;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import fr.agora.projects.usecase.UseCases;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Declaring, confirming, contesting and withdrawing reuses, by those who may. */
@Component
public class ReuseWriting {

    private static final int LONGEST_REASON = 2_000;

    private final Reuses reuses;
    private final ReuseRights rights;
    private final ReuseNotices notices;
    private final DeclarationReading reading;
    private final UseCases useCases;
    private final UseCaseWriting useCaseWriting;
    private final Recognising recognising;
    private final Organizations organizations;
    private final Clock clock;

    ReuseWriting(
            Reuses reuses,
            ReuseRights rights,
            ReuseNotices notices,
            DeclarationReading reading,
            UseCases useCases,
            UseCaseWriting useCaseWriting,
            Recognising recognising,
            Organizations organizations,
            Clock clock) {
        this.reuses = reuses;
        this.rights = rights;
        this.notices = notices;
        this.reading = reading;
        this.useCases = useCases;
        this.useCaseWriting = useCaseWriting;
        this.recognising = recognising;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The use case somebody is about to declare a reuse of; throws where they may not. */
    public UseCase reusable(CurrentUser author, @Nullable String useCase) {
        if (!author.has(Role.MEMBER) && !author.isAdmin()) {
            throw new AccessDeniedException("Members declare reuses");
        }
        if (useCase == null || useCase.isBlank()) {
            throw ProblemException.invalidField("useCase", "field.required");
        }
        UseCase found = useCaseWriting.visible(Optional.of(author), useCase);
        if (!found.isPublished()) {
            throw ProblemException.notFound();
        }
        if (author.organization() == null) {
            throw ReuseProblem.NO_ORGANIZATION.asException();
        }
        if (found.isBy(author.accountId()) || found.content().organizationIds().contains(author.organization())) {
            throw ReuseProblem.REUSE_BY_OWNER.asException();
        }
        return found;
    }

    public Reuse declare(CurrentUser author, DeclarationRequest request) {
        UseCase useCase = reusable(author, request.useCase());
        Declaration declaration = reading.read(request, useCase);
        String organization = Objects.requireNonNull(author.organization());
        Reuse reuse = Reuse.declared(
                OpaqueId.next("re"),
                useCase.id(),
                organization,
                declaration,
                organizations.lineage(organization),
                ministries(organization),
                author.accountId(),
                clock);
        notices.declared(reuse, useCase);
        try {
            return reuses.save(reuse);
        } catch (DuplicateKeyException another) {
            throw ReuseProblem.REUSE_ALREADY_DECLARED.asException();
        }
    }

    public Reuse confirm(CurrentUser user, String id) {
        return change(user, id, (reuse, useCase) -> {
            if (!rights.mayConfirm(user, reuse)) {
                throw ReuseProblem.NOT_YOUR_PERIMETER.asException();
            }
            if (reuse.isBy(user.accountId())) {
                throw ReuseProblem.OWN_DECLARATION.asException();
            }
            reuse.confirm(user.accountId(), clock);
            notices.confirmed(reuse, useCase);
        });
    }

    public Reuse contest(CurrentUser user, String id, @Nullable String reason) {
        return change(user, id, (reuse, useCase) -> {
            require(rights.mayContest(user, useCase));
            reuse.contest(user.accountId(), reason(reason), clock);
            notices.contested(reuse);
        });
    }

    /** @param stands whether the contested reuse goes on */
    public Reuse settle(CurrentUser user, String id, @Nullable Boolean stands, @Nullable String reason) {
        return change(user, id, (reuse, useCase) -> {
            require(user.isModerator());
            if (stands == null) {
                throw ProblemException.invalidField("stands", "field.required");
            }
            reuse.settle(user.accountId(), stands, reason(reason), clock);
            notices.settled(reuse, useCase);
        });
    }

    public Reuse withdraw(CurrentUser user, String id) {
        return change(user, id, (reuse, useCase) -> {
            require(rights.mayWithdraw(user, reuse));
            reuse.withdraw(user.accountId(), clock);
        });
    }

    /** What somebody may read; hidden and absent look the same. */
    public Reuse visible(Optional<CurrentUser> reader, String id) {
        return reuses.find(id)
                .filter(reuse -> rights.isVisibleTo(reader, reuse))
                .orElseThrow(ProblemException::notFound);
    }

    private Reuse change(CurrentUser user, String id, BiConsumer<Reuse, UseCase> change) {
        String useCaseId = visible(Optional.of(user), id).useCaseId();
        // a collision is tried again on the fresh document, where a second confirmation is then refused
        return recognising.changing(
                useCaseId,
                () -> UseCases.withoutCollision(() -> {
                    Reuse reuse = reuses.find(id).orElseThrow(ProblemException::notFound);
                    UseCase useCase = useCases.find(useCaseId).orElseThrow(ProblemException::notFound);
                    change.accept(reuse, useCase);
                    return reuses.save(reuse);
                }));
    }

    private List<String> ministries(String organization) {
        return organizations.find(organization).map(Organization::ministries).orElse(List.of()).stream()
                .map(Ministry::id)
                .toList();
    }

    private static String reason(@Nullable String written) {
        List<FieldProblem> problems = new ArrayList<>();
        String reason = Written.text("reason", written, LONGEST_REASON, problems);
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        return reason;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
