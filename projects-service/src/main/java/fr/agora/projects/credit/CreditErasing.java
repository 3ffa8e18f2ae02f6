package fr.agora.projects.credit;

import fr.agora.projects.people.PersonErased;
import fr.agora.projects.usecase.UseCases;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes back every credit of whoever asked to be erased. */
@Component
class CreditErasing {

    private final Credits credits;
    private final Clock clock;

    CreditErasing(Credits credits, Clock clock) {
        this.credits = credits;
        this.clock = clock;
    }

    @EventListener
    void on(PersonErased erased) {
        each(() -> credits.ofMember(erased.id()), credit -> credit.erase(clock));
        String account = erased.account();
        if (account != null) {
            each(() -> credits.ofAccount(account), credit -> credit.erase(clock));
            each(() -> credits.proposedBy(account), Credit::forgetProposer);
        }
    }

    private void each(Supplier<List<Credit>> some, Consumer<Credit> change) {
        List<Credit> batch = some.get();
        while (!batch.isEmpty()) {
            batch.forEach(each -> UseCases.withoutCollision(() -> {
                credits.find(each.id()).ifPresent(credit -> {
                    change.accept(credit);
                    credits.save(credit);
                });
                return each.id();
            }));
            batch = some.get();
        }
    }
}
