package fr.agora.projects.usecase;

import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.Organizations;
import fr.agora.projects.usecase.Surroundings.Carrier;
import fr.agora.projects.usecase.Surroundings.Ministry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what the directory says of the organisations a use case names. */
@Component
final class Neighbourhood {

    private final Organizations organizations;

    Neighbourhood(Organizations organizations) {
        this.organizations = organizations;
    }

    /** @param before what was known: an organisation that left the directory keeps its last name */
    Surroundings of(UseCaseContent content, Surroundings before) {
        List<Carrier> carriers = content.organizationIds().stream()
                .map(id -> organizations.find(id).map(Neighbourhood::carrier).orElseGet(() -> lastKnown(id, before)))
                .toList();
        List<Ministry> ministries = carriers.stream()
                .flatMap(each -> each.ministries().stream())
                .distinct()
                .toList();
        return new Surroundings(carriers, ministries);
    }

    private static Carrier lastKnown(String id, Surroundings before) {
        return before.organizations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Carrier(id, id, null, List.of()));
    }

    private static Carrier carrier(Organization known) {
        return new Carrier(
                known.id(),
                known.name(),
                known.acronym(),
                known.ministries().stream()
                        .map(each -> new Ministry(each.id(), each.name()))
                        .toList());
    }
}
