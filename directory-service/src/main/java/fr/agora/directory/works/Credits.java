package fr.agora.directory.works;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.CreditAccepted;
import fr.agora.directory.member.CreditWithdrawn;
import fr.agora.directory.works.Credit.Mention;
import fr.agora.directory.works.Credit.Won;
import fr.agora.directory.works.Work.Kind;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.security.CurrentUser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The copies of credits; each tells the profile it belongs to, so that it bears out what the person claims. */
@Component
public class Credits {

    private static final String COLLECTION = "credits_copy";
    private static final int MOST_OF_ONE = 200;

    private final MongoTemplate store;
    private final Revisions revisions;
    private final Works works;
    private final ApplicationEventPublisher events;

    Credits(MongoTemplate store, Revisions revisions, Works works, ApplicationEventPublisher events) {
        this.store = store;
        this.revisions = revisions;
        this.works = works;
        this.events = events;
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("memberId", Sort.Direction.ASC)
                        .on("visibility", Sort.Direction.ASC)
                        .on("acceptedOn", Sort.Direction.DESC)
                        .named("of_member"));
        store.indexOps(COLLECTION)
                .createIndex(new Index().on("useCaseId", Sort.Direction.ASC).named("of_use_case"));
    }

    /** What a person is named for and the reader may see, the latest first. */
    List<Credit> ofMember(String memberId, Optional<CurrentUser> reader, int most) {
        List<String> readable =
                Visibility.readableBy(reader).stream().map(Enum::name).toList();
        List<Credit> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.and(Filters.eq("memberId", memberId), Filters.in("visibility", readable)))
                .sort(Sorts.descending("acceptedOn"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(read(each)));
        return found;
    }

    void published(Credit told, long revision) {
        Document state = new Document("memberId", told.memberId())
                .append("useCaseId", told.useCaseId())
                .append("title", told.title())
                .append("url", told.url())
                .append("role", told.role())
                .append("acceptedOn", told.acceptedOn().toString())
                .append("visibility", told.visibility().name())
                .append("awards", told.awards().stream().map(Credits::document).toList())
                .append(
                        "mentions",
                        told.mentions().stream().map(Credits::document).toList());
        revisions.keepHighest(COLLECTION, told.id(), revision, state);
        // told even when the copy was newer: a first attempt may have died between the copy and the profile
        tell(told.id());
    }

    void withdrawn(String id, long revision) {
        @Nullable Document known = find(id);
        Document tombstone = new Document("withdrawn", true);
        if (known != null) {
            // whose it was: the profile may still have to be told, this time or the next
            tombstone.append("memberOnce", firstOf(known, "memberId", "memberOnce"));
            tombstone.append("useCaseOnce", firstOf(known, "useCaseId", "useCaseOnce"));
        }
        revisions.keepHighest(COLLECTION, id, revision, tombstone);
        tell(id);
    }

    /** The skills a use case called for are known now, or have changed. */
    void useCaseHeard(String useCaseId) {
        List<String> ids = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.eq("useCaseId", useCaseId))
                .limit(MOST_OF_ONE)
                .batchSize(MOST_OF_ONE)
                .forEach(each -> ids.add(each.getString("_id")));
        ids.forEach(this::tell);
    }

    private void tell(String id) {
        @Nullable Document kept = find(id);
        if (kept == null) {
            return;
        }
        if (kept.getString("memberId") != null) {
            Credit credit = read(kept);
            events.publishEvent(new CreditAccepted(
                    credit.memberId(),
                    credit.useCaseId(),
                    credit.url(),
                    works.find(Kind.USE_CASE, credit.useCaseId())
                            .map(Work::skills)
                            .orElse(List.of())));
        } else if (kept.getString("memberOnce") != null) {
            events.publishEvent(new CreditWithdrawn(kept.getString("memberOnce"), kept.getString("useCaseOnce")));
        }
    }

    private @Nullable Document find(String id) {
        return store.getCollection(COLLECTION).find(Filters.eq("_id", id)).first();
    }

    private static @Nullable String firstOf(Document known, String one, String other) {
        @Nullable String found = known.getString(one);
        return found == null ? known.getString(other) : found;
    }

    private static Credit read(Document found) {
        return new Credit(
                found.getString("_id"),
                found.getString("memberId"),
                found.getString("useCaseId"),
                found.getString("title"),
                found.getString("url"),
                found.getString("role"),
                LocalDate.parse(found.getString("acceptedOn")),
                Visibility.valueOf(found.getString("visibility")),
                // absent in the copies of an earlier version
                found.getList("awards", Document.class, List.of()).stream()
                        .map(Credits::won)
                        .toList(),
                found.getList("mentions", Document.class, List.of()).stream()
                        .map(Credits::mention)
                        .toList());
    }

    private static Document document(Won won) {
        return new Document("edition", won.edition())
                .append("category", won.category())
                .append("laureate", won.laureate());
    }

    private static Won won(Document kept) {
        return new Won(kept.getString("edition"), kept.getString("category"), kept.getBoolean("laureate", false));
    }

    private static Document document(Mention mention) {
        return new Document("kind", mention.kind())
                .append("title", mention.title())
                .append("source", mention.source())
                .append("publishedOn", mention.publishedOn().toString())
                .append("link", mention.link());
    }

    private static Mention mention(Document kept) {
        return new Mention(
                kept.getString("kind"),
                kept.getString("title"),
                kept.getString("source"),
                LocalDate.parse(kept.getString("publishedOn")),
                kept.getString("link"));
    }
}
