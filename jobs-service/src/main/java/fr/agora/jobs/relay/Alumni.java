package fr.agora.jobs.relay;

import com.mongodb.client.model.Filters;
import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.text.Labelled;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Those who consented to relay offers, with what orders offers for them; whoever takes the consent back is not kept. */
@Component
class Alumni implements DirectoryFacts {

    private static final FactType PUBLISHED = new FactType("agora.directory.talent-published.v1");
    private static final FactType WITHDRAWN = new FactType("agora.directory.talent-withdrawn.v1");
    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    private static final String COLLECTION = "alumni_copy";

    private final MongoTemplate store;
    private final Revisions revisions;

    Alumni(MongoTemplate store, Revisions revisions) {
        this.store = store;
        this.revisions = revisions;
        store.indexOps(COLLECTION)
                .createIndex(new Index().on("account", Sort.Direction.ASC).named("of_account"));
    }

    /**
     * What orders offers for somebody.
     *
     * @param cohort name of their EIG cohort, absent for members who are no alumni
     */
    record Alumnus(@Nullable String cohort, Set<String> skills, Set<String> territories) {}

    Optional<Alumnus> find(String account) {
        Document found = store.getCollection(COLLECTION)
                .find(Filters.eq("account", account))
                .first();
        return Optional.ofNullable(found)
                .map(each -> new Alumnus(
                        each.getString("cohort"),
                        Set.copyOf(each.getList("skills", String.class, List.of())),
                        Set.copyOf(each.getList("territories", String.class, List.of()))));
    }

    @Override
    public void hear(Fact fact) {
        if (fact.is(PUBLISHED)) {
            Told told = fact.as(Told.class);
            boolean relays = told.consents() != null && told.consents().relaySince() != null;
            revisions.keepHighest(
                    COLLECTION,
                    fact.subject(),
                    fact.revision(),
                    relays ? state(told) : new Document("withdrawn", true));
        } else if (fact.is(WITHDRAWN) || fact.is(ERASED)) {
            revisions.keepHighest(COLLECTION, fact.subject(), fact.revision(), new Document("withdrawn", true));
        }
    }

    private static Document state(Told told) {
        return new Document("account", told.accountId())
                .append("cohort", told.cohort() == null ? null : told.cohort().label())
                .append("skills", codes(told.skills()))
                .append("territories", codes(told.territories()));
    }

    private static List<String> codes(@Nullable List<Labelled> words) {
        return words == null
                ? List.of()
                : words.stream().map(Labelled::code).distinct().toList();
    }

    /** The fields of the fact that are used here. */
    record Told(
            String accountId,
            @Nullable Labelled cohort,
            @Nullable List<Labelled> skills,
            @Nullable List<Labelled> territories,
            @Nullable Consents consents) {
        record Consents(@Nullable String relaySince) {}
    }
}
