package fr.agora.projects.request;

import fr.agora.projects.mandates.Mandates;
import fr.agora.projects.notices.Notice;
import fr.agora.projects.notices.Notice.Recipient;
import fr.agora.projects.notices.Notice.Text;
import fr.agora.projects.people.PersonErased;
import fr.agora.projects.usecase.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told what of a request; what was written stays in the thread. */
@Component
class RequestNotices {

    private static final Text OPEN_THE_PAGE =
            new Text("Ouvrez la page pour lire le fil.", "Open the page to read the thread.");

    private final Mandates mandates;
    private final Clock clock;

    RequestNotices(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    /** Those who carry it, and the data officers of both sides. */
    void asked(ReuseRequest request, UseCase useCase) {
        List<Recipient> all = new ArrayList<>(owners(useCase));
        useCase.content().organizationIds().stream()
                .flatMap(each -> mandates.amdacMandates(each).stream())
                .map(Recipient::mandate)
                .forEach(all::add);
        mandates.amdacMandates(request.organizationId()).stream()
                .map(Recipient::mandate)
                .forEach(all::add);
        tell(
                request,
                all,
                "REUSE_REQUESTED",
                new Text("Une demande de réutilisation attend votre réponse", "A reuse request awaits your answer"));
    }

    void answered(ReuseRequest request, UseCase useCase, Side by) {
        List<Recipient> others = by == Side.REQUESTER ? owners(useCase) : requester(request);
        tell(
                request,
                others,
                "REUSE_REQUEST_ANSWERED",
                new Text("Du nouveau dans une demande de réutilisation", "Something new in a reuse request"));
    }

    void decided(ReuseRequest request) {
        boolean accepted = request.state() == RequestState.ACCEPTED;
        tell(
                request,
                requester(request),
                "REUSE_REQUEST_DECIDED",
                accepted
                        ? new Text("Votre demande de réutilisation est acceptée", "Your reuse request is accepted")
                        : new Text("Votre demande de réutilisation est refusée", "Your reuse request is refused"));
    }

    private static List<Recipient> requester(ReuseRequest request) {
        return request.isBy(PersonErased.MARKER) ? List.of() : List.of(Recipient.account(request.requester()));
    }

    private static List<Recipient> owners(UseCase useCase) {
        List<Recipient> owners = new ArrayList<>();
        useCase.author().map(Recipient::account).ifPresent(owners::add);
        // the contact point too: whoever wrote the page may have moved on
        useCase.content().organizationIds().stream()
                .limit(1)
                .map(Recipient::organization)
                .forEach(owners::add);
        return owners;
    }

    private void tell(ReuseRequest request, List<Recipient> recipients, String kind, Text title) {
        if (!recipients.isEmpty()) {
            request.notify(Notice.of(recipients, kind, title, OPEN_THE_PAGE, request.url()), clock);
        }
    }
}
