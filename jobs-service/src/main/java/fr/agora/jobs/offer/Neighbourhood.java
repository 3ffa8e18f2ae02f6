package fr.agora.jobs.offer;

import fr.agora.jobs.copies.Organization;
import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.copies.UseCase;
import fr.agora.jobs.copies.UseCases;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.offer.Surroundings.Impact;
import fr.agora.jobs.offer.Surroundings.LinkedUseCase;
import fr.agora.jobs.offer.Surroundings.Ministry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
                .map(Neighbourhood::linked)
                .toList();
        Employer lab = lab(content.circumstances().labId(), before);
        String employer = content.organizationId();
        if (employer == null) {
            return new Surroundings(List.of(), List.of(), linked, lab);
        }
        return organizations
                .find(employer)
                .map(known -> new Surroundings(List.of(employer(known)), ministries(known), linked, lab))
                .orElseGet(() -> lastKnown(employer, before, linked, lab));
    }

    private @Nullable Employer lab(@Nullable String id, Surroundings before) {
        if (id == null) {
            return null;
        }
        Employer last = before.lab() != null && before.lab().id().equals(id) ? before.lab() : null;
        return organizations.find(id).map(Neighbourhood::employer).orElse(last);
    }

    private static LinkedUseCase linked(UseCase known) {
        return new LinkedUseCase(known.id(), known.title(), known.url(), known.whatChanges(), impact(known.impact()));
    }

    private static @Nullable Impact impact(UseCase.@Nullable Impact told) {
        return told == null
                ? null
                : new Impact(told.label(), told.before(), told.after(), told.unit(), day(told.measuredOn()));
    }

    private static @Nullable LocalDate day(@Nullable String told) {
        try {
            return told == null ? null : LocalDate.parse(told);
        } catch (DateTimeException odd) {
            return null;
        }
    }

    private static Surroundings lastKnown(
            String employer, Surroundings before, List<LinkedUseCase> linked, @Nullable Employer lab) {
        boolean same =
                before.organizations().stream().anyMatch(each -> each.id().equals(employer));
        return same
                ? new Surroundings(before.organizations(), before.ministries(), linked, lab)
                : new Surroundings(List.of(new Employer(employer, employer, null)), List.of(), linked, lab);
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
