package fr.agora.projects.request;

import fr.agora.projects.people.PersonErased;
import fr.agora.projects.usecase.UseCases;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes out of the threads whoever asked to be erased, and what they wrote there. */
@Component
class RequestErasing {

    private static final int BATCH = 100;
    private static final String INSTEAD = "—";

    private final ReuseRequests requests;

    RequestErasing(ReuseRequests requests) {
        this.requests = requests;
    }

    @EventListener
    void on(PersonErased erased) {
        String account = erased.account();
        if (account == null) {
            return;
        }
        List<ReuseRequest> batch = requests.touchedBy(account, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(each -> UseCases.withoutCollision(() -> {
                requests.find(each.id()).ifPresent(request -> {
                    request.forget(account, INSTEAD);
                    requests.save(request);
                });
                return each.id();
            }));
            batch = requests.touchedBy(account, BATCH);
        }
    }
}
