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
        @Nullable String siren,
        @Nullable String siret,
        List<OrganizationRef> parents,
        List<Ministry> ministries,
        List<Labelled> territories,
        Status status,
        long revision,
        String url,
        @Nullable Double distanceKm) {

    static OrganizationView of(Organization organization) {
        return of(organization, null);
    }

    /** @param distanceKm from where the reader asked, as the crow flies */
    static OrganizationView of(Organization organization, @Nullable Double distanceKm) {
        return new OrganizationView(
                organization.id(),
                organization.name(),
                organization.acronym(),
                organization.kind(),
                organization.summary(),
                organization.siren(),
                organization.siret(),
                organization.parents(),
                organization.ministries(),
                organization.territories(),
                organization.status(),
                organization.revision(),
                "/annuaire/organismes/" + organization.id(),
                distanceKm);
    }
}
