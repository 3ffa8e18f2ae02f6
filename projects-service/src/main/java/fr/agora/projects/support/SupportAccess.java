package fr.agora.projects.support;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.mandates.Mandates;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may open a file of support: whoever opened it, their data officers, and Etalab's desk; to others it is absent. */
@Component
class SupportAccess {

    private final SupportRequests requests;
    private final Mandates mandates;

    SupportAccess(SupportRequests requests, Mandates mandates) {
        this.requests = requests;
        this.mandates = mandates;
    }

    SupportRequest readable(String id, CurrentUser reader) {
        return requests.find(id)
                .filter(request -> voice(request, reader).isPresent())
                .orElseThrow(ProblemException::notFound);
    }

    /** In what capacity somebody takes part; empty for whoever may not even know of it. */
    Optional<Voice> voice(SupportRequest request, CurrentUser user) {
        if (request.isOf(user.accountId()) && !user.isModerator()) {
            return Optional.of(Voice.ADMINISTRATION);
        }
        if (user.isModerator()) {
            return Optional.of(Voice.DESK);
        }
        return mandates.isAmdacOver(user, request.organizationId()) ? Optional.of(Voice.AMDAC) : Optional.empty();
    }
}
