package fr.agora.directory.mandate;

import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.ArrayList;
import java.util.List;

/**
 * Where and for whom a mandate stands, computed once from its organisations.
 *
 * @param ministries above the organisation, or covered by the scope
 * @param territories the narrowest codes: of the scope, else of a field service itself
 */
record Competence(OrganizationRef organization, Scope scope, List<Ministry> ministries, List<String> territories) {

    Competence {
        ministries = List.copyOf(ministries);
        territories = List.copyOf(territories);
    }

    List<String> territoryCodes() {
        return scope.territories().stream().map(Labelled::code).toList();
    }

    List<String> keys(MandateRole role) {
        List<String> keys = new ArrayList<>();
        switch (role) {
            case AGD -> keys.add(ContactKey.agd());
            case REGIONAL_REFERENT -> territories.forEach(code -> keys.add(ContactKey.referent(code)));
            case AMDAC, AMDAC_DELEGATE -> {
                addOrganizations(keys);
                ministries.forEach(ministry -> keys.add(ContactKey.amdac(ministry.id())));
            }
            case DATALAB_HEAD -> addOrganizations(keys);
            case RELAY -> {
                addOrganizations(keys);
                ministries.forEach(
                        ministry -> territories.forEach(code -> keys.add(ContactKey.relay(ministry.id(), code))));
            }
        }
        return keys;
    }

    private void addOrganizations(List<String> keys) {
        scope.organizationIds().forEach(id -> keys.add(ContactKey.organization(id)));
    }
}
