package fr.agora.directory.mandate;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Every mandate there ever was. */
@Repository
public class Mandates {

    /** More than answer for any one place; bounds what a question may load. */
    private static final int MOST_CONTACTS = 300;

    /** More than anybody holds, or than delegate one mandate. */
    private static final int MOST_OF_ONE = 200;

    private static final int BATCH = 200;
    private static final Sort LATEST = Sort.by(Sort.Order.desc("term.startsOn"), Sort.Order.asc("_id"));

    private final MongoTemplate store;

    Mandates(MongoTemplate store) {
        this.store = store;
    }

    public Optional<Mandate> find(String id) {
        return Optional.ofNullable(store.findById(id, Mandate.class));
    }

    Mandate save(Mandate mandate) {
        return store.save(mandate);
    }

    Mandate insert(Mandate mandate) {
        return store.insert(mandate);
    }

    /** Those to be found under one of the keys (see {@link ContactKey}) on a day, in no order: one indexed query. */
    public List<Mandate> contacts(Collection<String> keys, LocalDate today) {
        Query query = new Query(where("keys").in(keys).and("term.lastDay").gte(today.toString()))
                .limit(MOST_CONTACTS)
                .cursorBatchSize(MOST_CONTACTS);
        return store.find(query, Mandate.class).stream()
                .filter(each -> each.isContact(today))
                .toList();
    }

    /** The relays of a ministry who may be turned to on a day, or of all ministries; streamed, the caller closes. */
    public Stream<Mandate> relays(@Nullable String ministry, LocalDate today) {
        List<Criteria> all = new ArrayList<>();
        if (ministry != null) {
            all.add(where("ministries.id").is(ministry));
        }
        all.add(where("role").is(MandateRole.RELAY));
        all.add(where("state").is(MandateState.ACTIVE));
        all.add(where("term.lastDay").gte(today.toString()));
        Query query = new Query(new Criteria().andOperator(all)).cursorBatchSize(BATCH);
        return store.stream(query, Mandate.class).filter(each -> each.isContact(today));
    }

    /** All of one person, the latest first. */
    public List<Mandate> ofHolder(String memberId) {
        Query query = new Query(where("holderId").is(memberId))
                .with(LATEST)
                .limit(MOST_OF_ONE)
                .cursorBatchSize(MOST_OF_ONE);
        return store.find(query, Mandate.class);
    }

    List<Mandate> delegatedBy(String mandateId) {
        Query query =
                new Query(where("delegatedBy").is(mandateId)).limit(MOST_OF_ONE).cursorBatchSize(MOST_OF_ONE);
        return store.find(query, Mandate.class);
    }

    List<Mandate> byIds(Collection<String> ids) {
        return store.find(new Query(where("_id").in(ids)).cursorBatchSize(BATCH), Mandate.class);
    }

    /** Those in force or suspended, the latest first; filters may be absent. */
    public Slice<Mandate> list(
            @Nullable MandateRole role,
            @Nullable String organization,
            @Nullable String ministry,
            Collection<MandateState> states,
            LocalDate today,
            Paging paging) {
        List<Criteria> all = new ArrayList<>();
        if (organization != null) {
            all.add(where("organizationIds").is(organization));
        }
        if (ministry != null) {
            all.add(where("ministries.id").is(ministry));
        }
        if (role != null) {
            all.add(where("role").is(role));
        }
        all.add(where("state").in(states));
        all.add(where("term.lastDay").gte(today.toString()));
        return page(all, paging);
    }

    /** Appointments to some roles that are in force, the latest first. */
    public Slice<Mandate> appointments(Collection<MandateRole> roles, LocalDate today, Paging paging) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("role").in(roles));
        all.add(where("state").is(MandateState.ACTIVE));
        all.add(where("term.startsOn").lte(today.toString()));
        all.add(where("term.lastDay").gte(today.toString()));
        return page(all, paging);
    }

    private Slice<Mandate> page(List<Criteria> all, Paging paging) {
        paging.after(2).ifPresent(after -> all.add(afterKey(after)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(LATEST)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                store.find(query, Mandate.class),
                paging.size(),
                mandate -> Cursor.of(mandate.term().startsOn(), mandate.id()));
    }

    private static Criteria afterKey(Cursor after) {
        String start = after.keys().get(0);
        String id = after.keys().get(1);
        return new Criteria()
                .orOperator(
                        where("term.startsOn").lt(start),
                        new Criteria()
                                .andOperator(
                                        where("term.startsOn").is(start),
                                        where("_id").gt(id)));
    }

    /** Those about which something is due, a bounded number. */
    List<Mandate> due(LocalDate today, int most) {
        Query query = new Query(where("dueOn").lte(today.toString()))
                .with(Sort.by("dueOn"))
                .limit(most)
                .cursorBatchSize(most);
        return store.find(query, Mandate.class);
    }

    /** All that name one of the organisations, in bounded steps. */
    void eachNaming(Collection<String> organizations, Consumer<Mandate> action) {
        String last = "";
        List<Mandate> found;
        do {
            Query query = new Query(where("organizationIds")
                            .in(organizations)
                            .and("_id")
                            .gt(last))
                    .with(Sort.by("_id"))
                    .limit(BATCH)
                    .cursorBatchSize(BATCH);
            found = store.find(query, Mandate.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }

    /** Streams all that was ever told; the caller closes. */
    Stream<Mandate> everPublished() {
        return store.stream(new Query(where("revision").gt(0)).cursorBatchSize(BATCH), Mandate.class);
    }
}
