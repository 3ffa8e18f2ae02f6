package fr.agora.directory.contact;

import fr.agora.directory.mandate.ContactKey;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateRole;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.Organization;
import fr.agora.platform.text.Labelled;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts mandates in the order in which somebody of a place should turn to them. */
record Chain(
        @Nullable Organization organization,
        Place place,
        @Nullable String topic) {

    /**
     * A mandate at its step.
     *
     * @param distance how far within the step: levels above, department before region, order of the ministries
     */
    record Link(Mandate mandate, Step step, int distance) {}

    List<String> keys() {
        return ContactFinder.keys(organization, place);
    }

    List<Link> order(List<Mandate> mandates) {
        return mandates.stream()
                .filter(mandate -> topic == null || mandate.scope().answers(topic))
                .map(this::link)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Link::step)
                        .thenComparing(Link::distance)
                        .thenComparing(this::generalist)
                        .thenComparing(link -> link.mandate().role())
                        .thenComparing(link -> link.mandate().term().startsOn())
                        .thenComparing(link -> link.mandate().id()))
                .toList();
    }

    /** Asked about a topic, its specialist comes first; asked about none, whoever answers for everything. */
    private boolean generalist(Link link) {
        boolean specialist = !link.mandate().scope().topics().isEmpty();
        return topic == null ? specialist : !specialist;
    }

    private Optional<Link> link(Mandate mandate) {
        return own(mandate)
                .or(() -> above(mandate))
                .or(() -> inTerritory(mandate))
                .or(() -> inRegion(mandate))
                .or(() -> ofMinistry(mandate))
                .or(() -> ofState(mandate));
    }

    private Optional<Link> own(Mandate mandate) {
        return organization != null
                        && mandate.keys().contains(ContactKey.organization(organization.id()))
                        && (!place.isKnown() || isValidHere(mandate))
                ? Optional.of(new Link(mandate, Step.OWN, 0))
                : Optional.empty();
    }

    private Optional<Link> above(Mandate mandate) {
        if (organization == null || !isOfOneOrganization(mandate) || !isValidHere(mandate)) {
            return Optional.empty();
        }
        List<String> above = organization.ancestorIds();
        return IntStream.range(0, above.size())
                .filter(level -> mandate.keys().contains(ContactKey.organization(above.get(level))))
                .mapToObj(level -> new Link(mandate, Step.ANCESTOR, level))
                .findFirst();
    }

    private Optional<Link> inTerritory(Mandate mandate) {
        if (organization == null) {
            return Optional.empty();
        }
        List<Labelled> territories = place.departmentsThenRegions();
        return IntStream.range(0, territories.size())
                .filter(rank -> organization.ministries().stream()
                        .map(ministry -> ContactKey.relay(
                                ministry.id(), territories.get(rank).code()))
                        .anyMatch(mandate.keys()::contains))
                .mapToObj(rank -> new Link(mandate, Step.TERRITORY, rank))
                .findFirst();
    }

    private Optional<Link> inRegion(Mandate mandate) {
        List<Labelled> territories = place.departmentsThenRegions();
        return IntStream.range(0, territories.size())
                .filter(rank -> mandate.keys()
                        .contains(ContactKey.referent(territories.get(rank).code())))
                .mapToObj(rank -> new Link(mandate, Step.REGION, rank))
                .findFirst();
    }

    private Optional<Link> ofMinistry(Mandate mandate) {
        if (organization == null) {
            return Optional.empty();
        }
        List<Ministry> ministries = organization.ministries();
        // the AMDAC of the first ministry, their delegates, then those of the next
        int delegate = mandate.role() == MandateRole.AMDAC_DELEGATE ? 1 : 0;
        return IntStream.range(0, ministries.size())
                .filter(rank -> mandate.keys()
                        .contains(ContactKey.amdac(ministries.get(rank).id())))
                .mapToObj(rank -> new Link(mandate, Step.MINISTRY, 2 * rank + delegate))
                .findFirst();
    }

    private static Optional<Link> ofState(Mandate mandate) {
        return mandate.keys().contains(ContactKey.agd())
                ? Optional.of(new Link(mandate, Step.STATE, 0))
                : Optional.empty();
    }

    private static boolean isOfOneOrganization(Mandate mandate) {
        return switch (mandate.role()) {
            case RELAY, DATALAB_HEAD -> true;
            case AGD, AMDAC, AMDAC_DELEGATE, REGIONAL_REFERENT -> false;
        };
    }

    private boolean isValidHere(Mandate mandate) {
        List<Labelled> territories = mandate.scope().territories();
        return territories.isEmpty() || place.liesIn(territories);
    }
}
