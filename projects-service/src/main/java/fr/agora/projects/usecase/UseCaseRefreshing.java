package fr.agora.projects.usecase;

import fr.agora.projects.copies.OrganizationHeard;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Tells use cases again when an organisation they name has changed. */
@Component
class UseCaseRefreshing {

    private static final int BATCH = 100;

    private final UseCases useCases;
    private final Neighbourhood neighbourhood;
    private final Clock clock;

    UseCaseRefreshing(UseCases useCases, Neighbourhood neighbourhood, Clock clock) {
        this.useCases = useCases;
        this.neighbourhood = neighbourhood;
        this.clock = clock;
    }

    @EventListener
    void on(OrganizationHeard heard) {
        List<UseCase> batch = useCases.ofOrganization(heard.id(), "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::refresh);
            batch = useCases.ofOrganization(heard.id(), batch.getLast().id(), BATCH);
        }
    }

    /** News that came while a use case was being written did not find it under its new organisations yet. */
    UseCase justWritten(UseCase useCase) {
        if (neighbourhood.of(useCase.content(), useCase.surroundings()).equals(useCase.surroundings())) {
            return useCase;
        }
        refresh(useCase);
        return useCases.find(useCase.id()).orElse(useCase);
    }

    private void refresh(UseCase useCase) {
        try {
            adopt(useCase);
        } catch (OptimisticLockingFailureException editedMeanwhile) {
            // once more from the store; a second collision goes back to the queue with its fact
            useCases.find(useCase.id()).ifPresent(this::adopt);
        }
    }

    private void adopt(UseCase useCase) {
        if (useCase.refresh(neighbourhood.of(useCase.content(), useCase.surroundings()), clock)) {
            useCases.save(useCase);
        }
    }
}
