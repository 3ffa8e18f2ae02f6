package fr.agora.jobs.recruiter;

import fr.agora.jobs.mandates.Mandate;
import fr.agora.jobs.mandates.Mandates;
import fr.agora.jobs.recruiter.RecruiterMandateStep.Quality;
import fr.agora.jobs.recruiter.RecruiterMandates.Perimeter;
import fr.agora.platform.security.CurrentUser;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who decides on a mandate: the AMDAC of the ministry or an accepted delegate, the relay of the very organisation, a
 * moderator. On the filière RH, moderators alone. Nobody on their own.
 */
@Component
class MandateAuthority {

    private static final int MOST_MANDATES = 100;
    private static final Set<String> OFFICERS = Set.of("AMDAC", "AMDAC_DELEGATE");
    private static final String RELAY = "RELAY";

    private final Mandates mandates;

    MandateAuthority(Mandates mandates) {
        this.mandates = mandates;
    }

    /** In which quality that person may decide, if any; on one's own too, which is refused apart. */
    Optional<Quality> over(CurrentUser user, RecruiterMandate mandate) {
        if (user.isModerator()) {
            return Optional.of(Quality.MODERATOR);
        }
        if (mandate.kind() == RecruiterMandateKind.HR_NETWORK) {
            return Optional.empty();
        }
        List<Mandate> held = mandates.heldBy(user.accountId(), MOST_MANDATES);
        for (Mandate each : held) {
            boolean sameOrganization = each.organization().equals(mandate.organizationId());
            if (OFFICERS.contains(each.role())
                    && (sameOrganization || mandate.ministryIds().contains(each.organization()))) {
                return Optional.of(Quality.DATA_OFFICER);
            }
            if (RELAY.equals(each.role()) && sameOrganization) {
                return Optional.of(Quality.RELAY);
            }
        }
        return Optional.empty();
    }

    /** What somebody who is no moderator answers for; empty where that is nothing. */
    Optional<Perimeter> perimeter(CurrentUser user) {
        Set<String> organizations = new HashSet<>();
        Set<String> ministries = new HashSet<>();
        for (Mandate each : mandates.heldBy(user.accountId(), MOST_MANDATES)) {
            if (OFFICERS.contains(each.role())) {
                ministries.add(each.organization());
                organizations.add(each.organization());
            } else if (RELAY.equals(each.role())) {
                organizations.add(each.organization());
            }
        }
        return organizations.isEmpty() ? Optional.empty() : Optional.of(new Perimeter(organizations, ministries));
    }

    /** The ministries whose data officer that person is, or stands in for. */
    Set<String> ministriesOf(CurrentUser user) {
        Set<String> ministries = new HashSet<>();
        mandates.heldBy(user.accountId(), MOST_MANDATES).stream()
                .filter(each -> OFFICERS.contains(each.role()))
                .forEach(each -> ministries.add(each.organization()));
        return ministries;
    }
}
