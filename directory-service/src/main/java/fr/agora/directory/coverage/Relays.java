package fr.agora.directory.coverage;

import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The organisations that relays answer for, each with its relay: what is needed to tell a gap, and no more. */
record Relays(Map<String, Relay> byOrganization) {

    /** More than there are relays; bounds what is held. */
    private static final int MOST = 10_000;

    /** One relay, for one organisation of the perimeter. */
    record Relay(Mandate mandate, OrganizationRef organization) {}

    static Relays of(Stream<Mandate> mandates) {
        Map<String, Relay> found = new HashMap<>();
        try (mandates) {
            mandates.limit(MOST)
                    // one valid in some territories only covers nothing as a whole, but its own organisation
                    .forEach(mandate -> mandate.scope().organizations().stream()
                            .filter(each -> mandate.scope().territories().isEmpty()
                                    || each.id().equals(mandate.organization().id()))
                            .forEach(each -> found.putIfAbsent(each.id(), new Relay(mandate, each))));
        }
        return new Relays(found);
    }

    Set<String> organizations() {
        return byOrganization.keySet();
    }

    /** Its own relay, else that of the nearest above. */
    Optional<Relay> of(Organization organization) {
        return Stream.concat(Stream.of(organization.id()), organization.ancestorIds().stream())
                .filter(byOrganization::containsKey)
                .map(byOrganization::get)
                .findFirst();
    }
}
