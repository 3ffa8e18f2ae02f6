package fr.agora.projects.usecase;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a use case one step further: its author does, and those who grant « Référence ». */
@Component
public class PhaseMoving {

    private final UseCases useCases;
    private final UseCaseWriting writing;
    private final ReferenceGrants grants;
    private final Clock clock;

    PhaseMoving(UseCases useCases, UseCaseWriting writing, ReferenceGrants grants, Clock clock) {
        this.useCases = useCases;
        this.writing = writing;
        this.grants = grants;
        this.clock = clock;
    }

    /** The steps this reader may take now; none for most readers. */
    public List<Phase> open(UseCase useCase, Optional<CurrentUser> reader) {
        return reader.map(user -> Lifecycle.after(useCase.content().phase()).stream()
                        .filter(phase -> may(useCase, phase, user))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Takes the step.
     *
     * @param on the day it was taken: not in the future, not before the last one; absent: today
     */
    public UseCase move(CurrentUser user, String id, Phase phase, @Nullable LocalDate on) {
        return UseCases.withoutCollision(() -> {
            UseCase useCase = writing.visible(Optional.of(user), id);
            boolean concerned = useCase.mayBeEditedBy(user) || grants.mayGrant(user);
            if (!concerned || (phase == Phase.REFERENCE && !grants.mayGrant(user))) {
                throw new ProblemException(CommonProblem.FORBIDDEN);
            }
            if (!Lifecycle.after(useCase.content().phase()).contains(phase)) {
                throw ProblemException.invalidField(
                        "phase", "use-case.after." + useCase.content().phase());
            }
            if (!may(useCase, phase, user)) {
                throw new ProblemException(CommonProblem.FORBIDDEN);
            }
            useCase.move(phase, day(useCase, on), clock);
            return useCases.save(useCase);
        });
    }

    private boolean may(UseCase useCase, Phase phase, CurrentUser user) {
        if (phase == Phase.REFERENCE) {
            return useCase.isPublished() && grants.mayGrant(user);
        }
        boolean takesBack = useCase.content().phase() == Phase.REFERENCE && phase == Phase.LIVE;
        return useCase.mayBeEditedBy(user) || (takesBack && grants.mayGrant(user));
    }

    private LocalDate day(UseCase useCase, @Nullable LocalDate on) {
        LocalDate today = LocalDate.now(clock);
        if (on == null) {
            return today;
        }
        if (on.isAfter(today)) {
            throw ProblemException.invalidField("on", "use-case.phase-in-future");
        }
        if (on.isBefore(useCase.history().getLast().on())) {
            throw ProblemException.invalidField("on", "use-case.phase-before-last");
        }
        return on;
    }
}
