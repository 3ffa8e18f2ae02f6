package fr.agora.jobs.offer;

import fr.agora.jobs.copies.Organization;
import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.copies.UseCases;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.offer.Surroundings.LinkedUseCase;
import fr.agora.jobs.offer.Surroundings.Ministry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what the neighbours say of what an offer names. */
@Component
final class Neighbourhood {

    private final Organizations organizations;
    private final UseCases useCases;

    Neighbourhood(Organizations organizations, UseCases useCases) {
        this.organizations = organizations;
        this.useCases = useCases;
    }

    /** @param before what was known: an employer that left the directory keeps its last name */
    Surroundings of(OfferContent content, Surroundings before) {
        List<LinkedUseCase> linked = content.useCaseIds().stream()
                .map(useCases::find)
                .flatMap(Optional::stream)
                .filter(each -> each.isVisibleWherever(content.visibility().name()))
                .map(each -> new LinkedUseCase(each.id(), each.title(), each.url()))
                .toList();
        String employer = content.organizationId();
        if (employer == null) {
            return new Surroundings(List.of(), List.of(), linked);
        }
        return organizations
                .find(employer)
                .map(known -> new Surroundings(List.of(employer(known)), ministries(known), linked))
                .orElseGet(() -> lastKnown(employer, before, linked));
    }

    private static Surroundings lastKnown(String employer, Surroundings before, List<LinkedUseCase> linked) {
        boolean same =
                before.organizations().stream().anyMatch(each -> each.id().equals(employer));
        return same
                ? new Surroundings(before.organizations(), before.ministries(), linked)
                : new Surroundings(List.of(new Employer(employer, employer, null)), List.of(), linked);
    }

    private static Employer employer(Organization known) {
        return new Employer(known.id(), known.name(), known.acronym());
    }

    private static List<Ministry> ministries(Organization known) {
        return known.ministries().stream()
                .map(each -> new Ministry(each.id(), each.name()))
                .toList();
    }
}
