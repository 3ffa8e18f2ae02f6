package fr.agora.projects.usecase;

import fr.agora.platform.moderation.DecidedItems;
import fr.agora.platform.moderation.ItemDecision;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Withdraws use cases by decision of the moderation queue, and puts them back; a brick goes with its use case. */
@Component
class DecidedUseCases implements DecidedItems {

    private final UseCases useCases;
    private final Clock clock;

    DecidedUseCases(UseCases useCases, Clock clock) {
        this.useCases = useCases;
        this.clock = clock;
    }

    @Override
    public void carryOut(ItemDecision decision) {
        UseCases.withoutCollision(() -> {
            decided(decision)
                    .filter(useCase -> useCase.decided(decision, clock))
                    .ifPresent(useCases::save);
            return decision;
        });
    }

    private Optional<UseCase> decided(ItemDecision decision) {
        return decision.kind().equals("block")
                ? useCases.findByBlock(decision.itemId())
                : useCases.find(decision.itemId());
    }
}
