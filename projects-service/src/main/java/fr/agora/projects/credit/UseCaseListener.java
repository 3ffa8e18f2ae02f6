package fr.agora.projects.credit;

import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCases;
import java.time.Clock;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.stereotype.Component;

/** Tells credits again when the use case they name has been published, renamed or withdrawn. */
@Component
class UseCaseListener extends AbstractMongoEventListener<UseCase> {

    private final Credits credits;
    private final Press press;
    private final Clock clock;

    UseCaseListener(Credits credits, Press press, Clock clock) {
        this.credits = credits;
        this.press = press;
        this.clock = clock;
    }

    @Override
    public void onAfterSave(AfterSaveEvent<UseCase> saved) {
        UseCase useCase = saved.getSource();
        for (Credit each : credits.ofUseCase(useCase.id())) {
            if (each.follow(useCase, press, clock)) {
                UseCases.withoutCollision(() -> {
                    Credit fresh = credits.find(each.id()).orElse(each);
                    fresh.follow(useCase, press, clock);
                    return credits.save(fresh);
                });
            }
        }
    }
}
