package fr.agora.directory.works;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.works.Work.Kind;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.security.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The copies of use cases, bricks and offers. */
@Component
public class Works {

    private static final String COLLECTION = "works_copy";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final MongoTemplate store;
    private final Revisions revisions;
    private final Clock clock;

    Works(MongoTemplate store, Revisions revisions, Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.clock = clock;
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("organizations", Sort.Direction.ASC)
                        .on("kind", Sort.Direction.ASC)
                        .on("visibility", Sort.Direction.ASC)
                        .on("title", Sort.Direction.ASC)
                        .named("of_organization"));
    }

    /** At most so many of an organisation that the reader may see, by title; offers that are over are not among them. */
    List<Work> ofOrganization(String organizationId, Kind kind, Optional<CurrentUser> reader, int most) {
        List<String> readable =
                Visibility.readableBy(reader).stream().map(Enum::name).toList();
        String today = LocalDate.ofInstant(clock.instant(), PARIS).toString();
        List<Work> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.and(
                        Filters.eq("organizations", organizationId),
                        Filters.eq("kind", kind.name()),
                        Filters.in("visibility", readable),
                        Filters.or(Filters.exists("until", false), Filters.gte("until", today))))
                .sort(Sorts.ascending("title"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(read(each)));
        return found;
    }

    /** Empty for one never heard of, and for one withdrawn. */
    Optional<Work> find(Kind kind, String id) {
        return Optional.ofNullable(store.getCollection(COLLECTION)
                        .find(Filters.eq("_id", key(kind, id)))
                        .first())
                .filter(found -> found.getString("title") != null)
                .map(Works::read);
    }

    void published(Work told, long revision) {
        Document state = new Document("kind", told.kind().name())
                .append("id", told.id())
                .append("title", told.title())
                .append("url", told.url())
                .append("visibility", told.visibility().name())
                .append("organizations", told.organizations())
                .append("skills", told.skills());
        LocalDate until = told.until();
        if (until != null) {
            state.append("until", until.toString());
        }
        revisions.keepHighest(COLLECTION, key(told.kind(), told.id()), revision, state);
    }

    void withdrawn(Kind kind, String id, long revision) {
        revisions.keepHighest(COLLECTION, key(kind, id), revision, new Document("withdrawn", true));
    }

    private static String key(Kind kind, String id) {
        return kind.code() + ":" + id;
    }

    private static Work read(Document found) {
        @Nullable String until = found.getString("until");
        return new Work(
                Kind.valueOf(found.getString("kind")),
                found.getString("id"),
                found.getString("title"),
                found.getString("url"),
                Visibility.valueOf(found.getString("visibility")),
                found.getList("organizations", String.class, List.of()),
                found.getList("skills", String.class, List.of()),
                until == null ? null : LocalDate.parse(until));
    }
}
