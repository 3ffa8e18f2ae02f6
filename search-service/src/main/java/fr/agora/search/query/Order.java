package fr.agora.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opensearch.client.opensearch._types.DistanceUnit;
import org.opensearch.client.opensearch._types.GeoLocation;
import org.opensearch.client.opensearch._types.SortOptions;
import org.opensearch.client.opensearch._types.SortOrder;

/** The order of results. */
public enum Order {
    RELEVANCE,
    /** The newest first; what has no date comes last. */
    DATE,
    /** The nearest first; what stands nowhere is left out. */
    DISTANCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Order> ofCode(String code) {
        return Arrays.stream(values())
                .filter(order -> order.code().equals(code))
                .findFirst();
    }

    /** The last one tells any two entries apart, so that a cursor knows where it stands. */
    List<SortOptions> sorts(Question question) {
        var newest =
                SortOptions.of(sort -> sort.field(by -> by.field("publishedAt").order(SortOrder.Desc)));
        var key = SortOptions.of(sort -> sort.field(by -> by.field("key").order(SortOrder.Asc)));
        return switch (this) {
            case RELEVANCE -> List.of(SortOptions.of(sort -> sort.score(by -> by.order(SortOrder.Desc))), newest, key);
            case DATE -> List.of(newest, key);
            case DISTANCE -> List.of(nearest(question), key);
        };
    }

    private static SortOptions nearest(Question question) {
        var from = question.origin();
        var origin = GeoLocation.of(
                place -> place.latlon(at -> at.lat(from.latitude()).lon(from.longitude())));
        return SortOptions.of(sort -> sort.geoDistance(by -> by.field("place")
                .location(origin)
                .order(SortOrder.Asc)
                .unit(DistanceUnit.Kilometers)
                .ignoreUnmapped(true)));
    }
}
