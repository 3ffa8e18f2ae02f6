package fr.agora.directory.organization;

import fr.agora.platform.text.Labelled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The public view of an organisation, as contracts/directory/organization-published says it. */
record PublicOrganization(
        String id,
        String name,
        @Nullable String acronym,
        OrganizationKind kind,
        @Nullable String summary,
        @Nullable String siren,
        @Nullable String siret,
        List<String> parentIds,
        List<OrganizationRef> parents,
        List<Ministry> ministries,
        List<Labelled> territories,
        String visibility,
        String url) {

    static PublicOrganization of(Organization organization) {
        return new PublicOrganization(
                organization.id(),
                organization.name(),
                organization.acronym(),
                organization.kind(),
                organization.summary(),
                organization.siren(),
                organization.siret(),
                organization.parentIds(),
                organization.parents(),
                organization.ministries(),
                organization.territories(),
                "PUBLIC",
                "/annuaire/organismes/" + organization.id());
    }

    /**
     * All that a withdrawal tells.
     *
     * @param mergedInto the organisation that took over, if one did
     */
    record Gone(String id, @Nullable String mergedInto) {}
}
