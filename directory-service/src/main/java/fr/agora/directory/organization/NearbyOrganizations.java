package fr.agora.directory.organization;

import fr.agora.directory.reference.Communes;
import fr.agora.directory.reference.Position;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Organisations around a place, the closest first. One query over the departments the circle touches, of which only the
 * page asked for is kept: distances are no business of the store's, which has no index of them.
 */
@Component
public class NearbyOrganizations {

    /** Widest circle, in kilometres. */
    public static final int WIDEST = 200;

    private final Organizations organizations;
    private final Communes communes;

    NearbyOrganizations(Organizations organizations, Communes communes) {
        this.organizations = organizations;
        this.communes = communes;
    }

    /** An organisation and how far it is, as the crow flies, from its commune, else its department's or region's seat. */
    public record Nearby(Organization organization, double kilometres) {}

    private record Found(String id, int metres) {
        private static final Comparator<Found> CLOSEST_FIRST =
                Comparator.comparingInt(Found::metres).thenComparing(Found::id);
    }

    /**
     * A page of them.
     *
     * @param near code of a commune, department or region
     * @param within kilometres, 1 to {@value #WIDEST}
     */
    public Slice<Nearby> list(OrganizationFilter filter, String near, int within, Paging paging) {
        Position centre = communes.position(near)
                .orElseThrow(() -> new ProblemException(CommonProblem.INVALID_PARAMETER, "near"));
        if (within < 1 || within > WIDEST) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "within");
        }
        Optional<Found> after = paging.after(2).map(NearbyOrganizations::seen);
        // the furthest on top: it goes when a closer one comes
        PriorityQueue<Found> closest = new PriorityQueue<>(Found.CLOSEST_FIRST.reversed());
        try (Stream<Document> rows = organizations.locations(filter, communes.areasWithin(centre, within))) {
            rows.forEach(row -> distance(row, centre, within)
                    .filter(found -> after.isEmpty() || Found.CLOSEST_FIRST.compare(found, after.get()) > 0)
                    .ifPresent(found -> {
                        closest.add(found);
                        if (closest.size() > paging.size() + 1) {
                            closest.poll();
                        }
                    }));
        }
        List<Found> sorted = closest.stream().sorted(Found.CLOSEST_FIRST).toList();
        return withOrganizations(
                Slice.of(sorted, paging.size(), last -> Cursor.of(String.valueOf(last.metres()), last.id())));
    }

    private Slice<Nearby> withOrganizations(Slice<Found> page) {
        Map<String, Organization> byId =
                organizations.byIds(page.items().stream().map(Found::id).toList());
        List<Nearby> nearby = new ArrayList<>();
        for (Found found : page.items()) {
            Organization organization = byId.get(found.id());
            if (organization != null && organization.isPublished()) {
                nearby.add(new Nearby(organization, Math.round(found.metres() / 100.0) / 10.0));
            }
        }
        return new Slice<>(nearby, page.next());
    }

    private static Found seen(Cursor cursor) {
        try {
            return new Found(
                    cursor.keys().get(1), Integer.parseInt(cursor.keys().get(0)));
        } catch (NumberFormatException forged) {
            throw new ProblemException(CommonProblem.INVALID_CURSOR);
        }
    }

    /** From its narrowest territories: a service of a commune is there, not in its department's seat. */
    private Optional<Found> distance(Document row, Position centre, int within) {
        List<String> codes = row.getList("territoryCodes", String.class, List.of());
        return Stream.of("COM-", "DEP-", "REG-")
                .map(kind ->
                        codes.stream().filter(code -> code.startsWith(kind)).toList())
                .filter(narrowest -> !narrowest.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream)
                .flatMap(code -> communes.position(code).stream())
                .map(centre::kilometresTo)
                .min(Comparator.naturalOrder())
                .filter(kilometres -> kilometres <= within)
                .map(kilometres -> new Found(row.getString("_id"), (int) Math.round(kilometres * 1000)));
    }
}
