package fr.agora.jobs.copies;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import fr.agora.jobs.copies.Talent.Skill;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.text.Labelled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** The copy of the members who consent to something about jobs; a withdrawn consent leaves nothing but a tombstone. */
@Component
public final class Talents implements DirectoryFacts {

    static final FactType PUBLISHED = new FactType("agora.directory.talent-published.v1");
    static final FactType WITHDRAWN = new FactType("agora.directory.talent-withdrawn.v1");
    static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    private static final String COLLECTION = "talents_copy";

    private final MongoTemplate store;
    private final Revisions revisions;

    Talents(MongoTemplate store, Revisions revisions) {
        this.store = store;
        this.revisions = revisions;
        store.indexOps(COLLECTION)
                .createIndex(new Index()
                        .on("recruitment", Sort.Direction.ASC)
                        .on("skills.code", Sort.Direction.ASC)
                        .on("_id", Sort.Direction.ASC)
                        .named("by_skill"));
        store.indexOps(COLLECTION)
                .createIndex(new Index().on("accountId", Sort.Direction.ASC).named("of_account"));
    }

    /** At most so many who consent to recruitment, have one of the skills and hide from none of the organisations. */
    public List<Talent> withAnyOf(Collection<String> skills, Collection<String> seenBy, int most) {
        return all(Filters.in("skills.code", skills), seenBy, most);
    }

    /** The same with whatever skills. */
    public List<Talent> any(Collection<String> seenBy, int most) {
        return all(null, seenBy, most);
    }

    private List<Talent> all(@Nullable Bson which, Collection<String> seenBy, int most) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.eq("recruitment", true)));
        if (which != null) {
            filters.add(which);
        }
        if (!seenBy.isEmpty()) {
            filters.add(Filters.nin("hiddenFrom", seenBy));
        }
        List<Talent> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(Filters.and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .batchSize(most)
                .forEach(each -> found.add(read(each)));
        return found;
    }

    /** What an account's own profile says, where its owner consents to something. */
    public Optional<Talent> ofAccount(String account) {
        return Optional.ofNullable(store.getCollection(COLLECTION)
                        .find(Filters.eq("accountId", account))
                        .first())
                .map(Talents::read);
    }

    @Override
    public void hear(Fact fact) {
        if (fact.is(PUBLISHED)) {
            revisions.keepHighest(
                    COLLECTION,
                    fact.subject(),
                    fact.revision(),
                    fact.as(Told.class).state());
        } else if (fact.is(WITHDRAWN) || fact.is(ERASED)) {
            revisions.keepHighest(COLLECTION, fact.subject(), fact.revision(), new Document("withdrawn", true));
        }
    }

    private static Talent read(Document found) {
        return new Talent(
                found.getString("_id"),
                found.getString("accountId"),
                found.getString("displayName"),
                found.getString("headline"),
                found.getList("organizations", String.class, List.of()),
                found.getList("territories", Document.class, List.of()).stream()
                        .map(each -> new Labelled(each.getString("code"), each.getString("label")))
                        .toList(),
                found.getList("skills", Document.class, List.of()).stream()
                        .map(each -> new Skill(
                                each.getString("code"),
                                each.getString("label"),
                                each.getString("level"),
                                each.getBoolean("evidenced", false)))
                        .toList(),
                found.getList("hiddenFrom", String.class, List.of()),
                found.getString("cohort"),
                found.getString("url"));
    }

    /** The fields of the fact that are used here. */
    record Told(
            String accountId,
            String displayName,
            @Nullable String headline,
            @Nullable List<Named> organizations,
            @Nullable List<Labelled> territories,
            @Nullable List<Skill> skills,
            @Nullable List<String> hiddenFrom,
            @Nullable Labelled cohort,
            @Nullable Consents consents,
            String url) {
        record Named(String id, String name) {}

        record Consents(
                @Nullable String recruitmentSince, @Nullable String relaySince) {}

        Document state() {
            return new Document("accountId", accountId)
                    .append("displayName", displayName)
                    .append("headline", headline)
                    .append(
                            "organizations",
                            orNone(organizations).stream().map(Named::name).toList())
                    .append(
                            "territories",
                            orNone(territories).stream()
                                    .map(each -> new Document("code", each.code()).append("label", each.label()))
                                    .toList())
                    .append(
                            "skills",
                            orNone(skills).stream()
                                    .map(each -> new Document("code", each.code())
                                            .append("label", each.label())
                                            .append("level", each.level())
                                            .append("evidenced", each.evidenced()))
                                    .toList())
                    .append("hiddenFrom", orNone(hiddenFrom))
                    .append("cohort", cohort == null ? null : cohort.label())
                    .append("recruitment", consents != null && consents.recruitmentSince() != null)
                    .append("relay", consents != null && consents.relaySince() != null)
                    .append("url", url);
        }

        private static <T> List<T> orNone(@Nullable List<T> told) {
            return Objects.requireNonNullElseGet(told, List::of);
        }
    }
}
