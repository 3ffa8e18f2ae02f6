package fr.agora.projects.reuse;

import fr.agora.projects.people.PersonErased;
import fr.agora.projects.usecase.UseCases;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets who declared, confirmed or contested, once they asked to be erased; the reuse itself is their organisation's. */
@Component
class ReuseErasing {

    private static final int BATCH = 100;

    private final Reuses reuses;

    ReuseErasing(Reuses reuses) {
        this.reuses = reuses;
    }

    @EventListener
    void on(PersonErased erased) {
        String account = erased.account();
        if (account == null) {
            return;
        }
        List<Reuse> batch = reuses.touchedBy(account, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(each -> forget(each.id(), account));
            batch = reuses.touchedBy(account, BATCH);
        }
    }

    private void forget(String id, String account) {
        UseCases.withoutCollision(() -> {
            reuses.find(id).ifPresent(reuse -> {
                reuse.forget(account);
                reuses.save(reuse);
            });
            return id;
        });
    }
}
