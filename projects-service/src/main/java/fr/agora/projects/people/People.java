package fr.agora.projects.people;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.Revisions;
import fr.agora.platform.text.Words;
import fr.agora.projects.copies.DirectoryNews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The copy of the directory's members. */
@Component
public final class People implements DirectoryNews {

    private static final FactType PUBLISHED = new FactType("agora.directory.member-published.v1");
    private static final FactType WITHDRAWN = new FactType("agora.directory.member-withdrawn.v1");
    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");
    private static final String COLLECTION = "people_copy";

    private final MongoTemplate store;
    private final Revisions revisions;
    private final ApplicationEventPublisher heard;

    People(MongoTemplate store, Revisions revisions, ApplicationEventPublisher heard) {
        this.store = store;
        this.revisions = revisions;
        this.heard = heard;
        store.getCollection(COLLECTION).createIndex(Indexes.ascending("account"));
        store.getCollection(COLLECTION).createIndex(Indexes.ascending("words"));
    }

    private record Told(
            String id,
            @Nullable String displayName,
            @Nullable String accountId,
            @Nullable String visibility) {}

    private record Erased(String id, @Nullable String accountId) {}

    @Override
    public void heard(Fact fact) {
        if (fact.is(PUBLISHED)) {
            keep(fact.as(Told.class), fact.revision());
        } else if (fact.is(WITHDRAWN)) {
            revisions.keepHighest(COLLECTION, fact.subject(), fact.revision(), new Document("withdrawn", true));
        } else if (fact.is(ERASED)) {
            Erased told = fact.as(Erased.class);
            String account = told.accountId() != null
                    ? told.accountId()
                    : find(told.id()).map(Person::account).orElse(null);
            // first those who name the person: told again after a crash, they find nothing left to do
            heard.publishEvent(new PersonErased(told.id(), account));
            revisions.keepHighest(COLLECTION, told.id(), fact.revision(), new Document("withdrawn", true));
        }
    }

    private void keep(Told told, long revision) {
        boolean publicly = "PUBLIC".equals(told.visibility());
        Document state = new Document("publicly", publicly);
        if (told.accountId() != null) {
            state.append("account", told.accountId());
        }
        if (told.displayName() != null && (publicly || "AGENTS".equals(told.visibility()))) {
            // a name fewer may read is not kept at all: what is not here cannot leak
            state.append("name", told.displayName()).append("words", Words.of(told.displayName()));
        }
        revisions.keepHighest(COLLECTION, told.id(), revision, state);
    }

    /** Empty for one never heard of, withdrawn or erased. */
    public Optional<Person> find(String id) {
        return Optional.ofNullable(findAll(Set.of(id)).get(id));
    }

    public Map<String, Person> findAll(Collection<String> ids) {
        Map<String, Person> found = new HashMap<>();
        if (!ids.isEmpty()) {
            read(Filters.in("_id", Set.copyOf(ids)), ids.size()).forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    /** The profile of an account, whoever may read it. */
    public Optional<Person> ofAccount(String account) {
        return read(Filters.eq("account", account), 1).stream().findFirst();
    }

    /** Members agents may see, by the beginnings of the words of their names; nobody for no word. */
    public List<Person> named(String words, int most) {
        List<Bson> all = new ArrayList<>();
        Words.prefixes(words).forEach(word -> all.add(Filters.regex("words", word)));
        return all.isEmpty() ? List.of() : read(Filters.and(all), most);
    }

    private List<Person> read(Bson which, int most) {
        List<Person> found = new ArrayList<>();
        store.getCollection(COLLECTION)
                .find(which)
                .sort(Sorts.ascending("_id"))
                .limit(most)
                .batchSize(most + 1)
                .forEach(each -> {
                    if (each.getBoolean("publicly") != null) {
                        found.add(new Person(
                                Objects.requireNonNull(each.getString("_id")),
                                each.getString("account"),
                                each.getString("name"),
                                each.getBoolean("publicly")));
                    }
                });
        return found;
    }
}
