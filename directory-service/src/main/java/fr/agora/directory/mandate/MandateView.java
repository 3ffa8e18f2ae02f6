package fr.agora.directory.mandate;

import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the API shows it.
 *
 * @param holder present where the reader may see the holder's profile
 */
public record MandateView(
        String id,
        MandateRole role,
        @Nullable RelayLevel level,
        OrganizationRef organization,
        List<Ministry> ministries,
        Scope scope,
        MandateState state,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Act act,
        HolderNames.@Nullable Holder holder,
        List<StateChange> history,
        String contactUrl,
        String url) {

    static MandateView of(Mandate mandate, HolderNames.@Nullable Holder holder, LocalDate today) {
        return new MandateView(
                mandate.id(),
                mandate.role(),
                mandate.level(),
                mandate.organization(),
                mandate.ministries(),
                mandate.scope(),
                mandate.state(today),
                mandate.term().start(),
                mandate.term().end(),
                mandate.act(),
                holder,
                mandate.history(),
                mandate.contactUrl(),
                mandate.url());
    }
}
