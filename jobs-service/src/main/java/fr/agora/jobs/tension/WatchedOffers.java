package fr.agora.jobs.tension;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import fr.agora.jobs.offer.OfferStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Reads of the offers what the board needs and nothing more, a page at a time, the latest first. */
@Component
class WatchedOffers {

    /** Offers of other states were never open, or were taken off: they say nothing about tension. */
    private static final List<String> TELLING = Stream.of(
                    OfferStatus.PUBLISHED, OfferStatus.FILLED, OfferStatus.EXPIRED, OfferStatus.ARCHIVED)
            .map(Enum::name)
            .toList();

    private final MongoTemplate store;
    private final Clock clock;

    WatchedOffers(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The next offers published since a moment.
     *
     * @param after the last of the page before; null for the first page
     */
    List<Watched> page(Scope scope, Instant since, @Nullable Watched after, boolean openOnly, int most) {
        List<Bson> all = new ArrayList<>();
        all.add(openOnly ? Filters.eq("status", OfferStatus.PUBLISHED.name()) : Filters.in("status", TELLING));
        all.add(Filters.gte("publishedAt", Date.from(since)));
        if (openOnly) {
            all.add(Filters.gte("content.validThrough", LocalDate.now(clock).toString()));
        }
        if (!scope.boards()) {
            all.add(Filters.exists("content.organizationId", true));
        }
        if (scope.ministries() != null) {
            all.add(Filters.in("surroundings.ministries._id", scope.ministries()));
        }
        if (after != null) {
            Date moment = Date.from(after.publishedAt());
            all.add(Filters.or(
                    Filters.lt("publishedAt", moment),
                    Filters.and(Filters.eq("publishedAt", moment), Filters.lt("_id", after.id()))));
        }
        List<Watched> found = new ArrayList<>();
        store.getCollection("offers")
                .find(Filters.and(all))
                .projection(Projections.include(
                        "status",
                        "publishedAt",
                        "content.title",
                        "content.jobFamily",
                        "content.validThrough",
                        "content.circumstances.employerLabel",
                        "surroundings.organizations",
                        "history"))
                .sort(Sorts.descending("publishedAt", "_id"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(read(each)));
        return found;
    }

    private Watched read(Document found) {
        Document content = found.get("content", Document.class);
        Document family = content.get("jobFamily", Document.class);
        Instant published = found.getDate("publishedAt").toInstant();
        boolean open = OfferStatus.PUBLISHED.name().equals(found.getString("status"))
                && content.getString("validThrough")
                                .compareTo(LocalDate.now(clock).toString())
                        >= 0;
        return new Watched(
                found.getString("_id"),
                content.getString("title"),
                family.getString("code"),
                family.getString("label"),
                employer(found, content),
                published,
                published.atZone(Watched.PARIS).toLocalDate(),
                open,
                filledOn(found));
    }

    private static @Nullable String employer(Document found, Document content) {
        Document around = found.get("surroundings", Document.class);
        List<Document> known = around == null ? List.of() : around.getList("organizations", Document.class, List.of());
        if (!known.isEmpty()) {
            return known.getFirst().getString("name");
        }
        Document circumstances = content.get("circumstances", Document.class);
        return circumstances == null ? null : circumstances.getString("employerLabel");
    }

    private static @Nullable LocalDate filledOn(Document found) {
        return found.getList("history", Document.class, List.of()).stream()
                .filter(step -> OfferStatus.FILLED.name().equals(step.getString("status")))
                .map(step ->
                        step.getDate("at").toInstant().atZone(Watched.PARIS).toLocalDate())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
