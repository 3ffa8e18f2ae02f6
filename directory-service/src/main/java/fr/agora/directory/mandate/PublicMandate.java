package fr.agora.directory.mandate;

import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mandate as the first version of contracts/directory/mandate-published says it. */
record PublicMandate(
        String id,
        MandateRole role,
        @Nullable RelayLevel level,
        OrganizationRef organization,
        List<Ministry> ministries,
        PublicScope scope,
        MandateState state,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Holder holder,
        String contactUrl,
        String url) {

    record PublicScope(List<OrganizationRef> organizations, List<Labelled> territories, List<String> topics) {}

    record Holder(@Nullable String memberId, @Nullable String accountId) {}

    /** All that a withdrawal tells. */
    record Gone(String id) {}

    static PublicMandate of(Mandate mandate) {
        Scope scope = mandate.scope();
        return new PublicMandate(
                mandate.id(),
                mandate.role(),
                mandate.level(),
                mandate.organization(),
                mandate.ministries(),
                new PublicScope(
                        scope.organizations(),
                        scope.territories(),
                        scope.topics().stream().map(Labelled::code).toList()),
                mandate.standing(),
                mandate.term().start(),
                mandate.term().end(),
                new Holder(mandate.holderId(), mandate.accountId()),
                mandate.contactUrl(),
                mandate.url());
    }
}
