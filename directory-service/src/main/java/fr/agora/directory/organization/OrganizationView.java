package fr.agora.directory.organization;

import fr.agora.directory.lifecycle.Status;
import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation as the API shows it. */
record OrganizationView(
        String id,
        String name,
        @Nullable String acronym,
        OrganizationKind kind,
        @Nullable String summary,
        @Nullable String siret,
        List<OrganizationRef> parents,
        List<Ministry> ministries,
        List<Labelled> territories,
        Status status,
        long revision,
        String url) {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id(),
                organization.name(),
                organization.acronym(),
                organization.kind(),
                organization.summary(),
                organization.siret(),
                organization.parents(),
                organization.ministries(),
                organization.territories(),
                organization.status(),
                organization.revision(),
                "/annuaire/organismes/" + organization.id());
    }
}
