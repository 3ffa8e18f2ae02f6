package fr.agora.directory.mandate;

import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the second version of contracts/directory/mandate-published says it: with the networks it opens, so that
 * nobody else has to know which role enters which, and with topics by name.
 */
record PublicMandateV2(
        String id,
        MandateRole role,
        @Nullable RelayLevel level,
        OrganizationRef organization,
        List<Ministry> ministries,
        List<String> networks,
        Scope scope,
        MandateState state,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        PublicMandate.Holder holder,
        String contactUrl,
        String url) {

    static PublicMandateV2 of(Mandate mandate) {
        PublicMandate first = PublicMandate.of(mandate);
        return new PublicMandateV2(
                first.id(),
                first.role(),
                first.level(),
                first.organization(),
                first.ministries(),
                List.of(mandate.role().network()),
                mandate.scope(),
                first.state(),
                first.startsOn(),
                first.endsOn(),
                first.holder(),
                first.contactUrl(),
                first.url());
    }
}
