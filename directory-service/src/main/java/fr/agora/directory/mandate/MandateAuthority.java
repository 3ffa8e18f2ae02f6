package fr.agora.directory.mandate;

import fr.agora.directory.member.Members;
import fr.agora.directory.organization.Ministry;
import fr.agora.platform.security.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says who may appoint whom: Etalab the interministerial roles, an AMDAC or their delegate those of their ministry. */
@Component
public class MandateAuthority {

    private final Mandates mandates;
    private final Members members;
    private final Clock clock;

    MandateAuthority(Mandates mandates, Members members, Clock clock) {
        this.mandates = mandates;
        this.members = members;
        this.clock = clock;
    }

    /** The mandates by which somebody speaks for a ministry today: their own as AMDAC, or an accepted delegation. */
    public List<Mandate> of(CurrentUser user) {
        LocalDate today = Term.today(clock);
        return members
                .ofAccount(user.accountId())
                .map(member -> mandates.ofHolder(member.id()))
                .orElse(List.of())
                .stream()
                .filter(mandate -> mandate.isInForce(today) && speaksForMinistry(mandate, today))
                .toList();
    }

    private boolean speaksForMinistry(Mandate mandate, LocalDate today) {
        return switch (mandate.role()) {
            case AMDAC -> true;
            case AMDAC_DELEGATE ->
                principal(mandate).filter(it -> it.isInForce(today)).isPresent();
            case AGD, DATALAB_HEAD, RELAY, REGIONAL_REFERENT -> false;
        };
    }

    private Optional<Mandate> principal(Mandate delegate) {
        String principal = delegate.delegatedBy();
        return principal == null ? Optional.empty() : mandates.find(principal);
    }

    public List<Ministry> ministriesOf(CurrentUser user) {
        return of(user).stream()
                .flatMap(mandate -> mandate.ministries().stream())
                .distinct()
                .toList();
    }

    /** Whether somebody may name, suspend or end the holder of a role in one of the ministries. */
    public boolean mayAppoint(CurrentUser user, MandateRole role, List<Ministry> ministries) {
        return switch (role) {
            case AGD, AMDAC, REGIONAL_REFERENT -> user.isModerator();
            case AMDAC_DELEGATE -> delegating(user, ministries).isPresent();
            case DATALAB_HEAD, RELAY -> of(user).stream().anyMatch(mandate -> mandate.answersForOneOf(ministries));
        };
    }

    /** The AMDAC's own mandate by which they may delegate for one of the ministries; a delegate delegates nothing. */
    Optional<Mandate> delegating(CurrentUser user, List<Ministry> ministries) {
        return of(user).stream()
                .filter(mandate -> mandate.role() == MandateRole.AMDAC && mandate.answersForOneOf(ministries))
                .findFirst();
    }

    public boolean mayManage(CurrentUser user, Mandate mandate) {
        return mayAppoint(user, mandate.role(), mandate.ministries());
    }

    public boolean holds(CurrentUser user, Mandate mandate) {
        return members.ofAccount(user.accountId())
                .filter(member -> member.id().equals(mandate.holderId()))
                .isPresent();
    }
}
