package fr.agora.projects.usecase;

import fr.agora.projects.people.PersonErased;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets who wrote a use case, once they asked to be erased; the use case is their organisation's and stays. */
@Component
class AuthorErasing {

    private static final int BATCH = 100;

    private final UseCases useCases;

    AuthorErasing(UseCases useCases) {
        this.useCases = useCases;
    }

    @EventListener
    void on(PersonErased erased) {
        String account = erased.account();
        if (account == null) {
            return;
        }
        List<UseCase> batch = useCases.by(account, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(each -> UseCases.withoutCollision(() -> {
                useCases.find(each.id()).ifPresent(useCase -> {
                    useCase.forgetAuthor();
                    useCases.save(useCase);
                });
                return each.id();
            }));
            batch = useCases.by(account, BATCH);
        }
    }
}
