package fr.agora.projects.usecase;

import fr.agora.platform.security.CurrentUser;
import fr.agora.projects.mandates.Mandates;
import org.springframework.stereotype.Component;

/** Who may hold a use case up as an example: Etalab's moderators and the ministries' data officers. */
@Component
public class ReferenceGrants {

    private final Mandates mandates;

    ReferenceGrants(Mandates mandates) {
        this.mandates = mandates;
    }

    public boolean mayGrant(CurrentUser user) {
        return user.isModerator() || mandates.isAmdac(user);
    }
}
