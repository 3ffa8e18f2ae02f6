package fr.agora.directory.member;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Status;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Every member, whatever they show. */
@Repository
public class Members {

    private static final Sort BY_NAME = Sort.by("sortName", "_id");
    private static final int BATCH = 200;

    private final MongoTemplate store;
    private final Clock clock;

    Members(MongoTemplate store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<Member> find(String id) {
        return Optional.ofNullable(store.findById(id, Member.class));
    }

    /** Whoever reads, with the networks of their profile: one indexed read, none for a visitor. */
    public Reader reader(Optional<CurrentUser> user) {
        return user.map(account -> new Reader(
                        account,
                        ofAccount(account.accountId())
                                .map(own -> Set.copyOf(own.networks()))
                                .orElse(Set.of())))
                .orElse(Reader.visitor());
    }

    public Optional<Member> ofAccount(String accountId) {
        return Optional.ofNullable(store.findOne(new Query(where("accountId").is(accountId)), Member.class));
    }

    /** By identifier; unknown ones are left out. */
    public Map<String, Member> byIds(Collection<String> ids) {
        Map<String, Member> found = new HashMap<>();
        if (!ids.isEmpty()) {
            Query query = new Query(where("_id").in(ids)).cursorBatchSize(BATCH);
            store.find(query, Member.class).forEach(each -> found.put(each.id(), each));
        }
        return found;
    }

    Member save(Member member) {
        return store.save(member);
    }

    Member insert(Member member) {
        return store.insert(member);
    }

    /** A member as the reader sees them, empty where they may not. */
    public Optional<MemberView> seen(String id, Optional<CurrentUser> user) {
        Reader reader = reader(user);
        return find(id).filter(member -> member.isVisibleTo(reader))
                .map(member -> MemberView.seenBy(reader, member, clock.instant()));
    }

    public Standing standing(String id, Optional<CurrentUser> user) {
        if (user.isEmpty()) {
            return Standing.READER;
        }
        if (find(id).filter(member -> member.isOf(user.get())).isPresent()) {
            return Standing.OWNER;
        }
        return user.get().isAdmin() ? Standing.ADMIN : user.get().isModerator() ? Standing.MODERATOR : Standing.READER;
    }

    /**
     * Those a reader may see, by name; audience and state are in the query, not a filter after it, and a filter on
     * something hidden from the reader finds nobody.
     */
    public Slice<MemberView> list(MemberFilter filter, Optional<CurrentUser> user, Paging paging) {
        Reader reader = reader(user);
        List<Criteria> all = new ArrayList<>();
        all.add(where("status").is(Status.PUBLISHED));
        all.add(SeenBy.reader(reader, filter::marks));
        paging.after(2).ifPresent(after -> all.add(afterKey(after)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(BY_NAME)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                        store.find(query, Member.class),
                        paging.size(),
                        member -> Cursor.of(member.sortName(), member.id()))
                .map(member -> MemberView.seenBy(reader, member, clock.instant()));
    }

    /** Members of a network whom the reader may see, by name. */
    public Slice<MemberView> ofNetwork(String network, Reader reader, Paging paging) {
        List<Criteria> all = inNetwork(network, reader);
        paging.after(2).ifPresent(after -> all.add(afterKey(after)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(BY_NAME)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                        store.find(query, Member.class),
                        paging.size(),
                        member -> Cursor.of(member.sortName(), member.id()))
                .map(member -> MemberView.seenBy(reader, member, clock.instant()));
    }

    /** How many the reader may see; whoever hides is not counted either. */
    public long countNetwork(String network, Reader reader) {
        return store.count(new Query(new Criteria().andOperator(inNetwork(network, reader))), Member.class);
    }

    private static List<Criteria> inNetwork(String network, Reader reader) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("networks").is(network));
        all.add(where("status").is(Status.PUBLISHED));
        all.add(visibleTo(reader));
        return all;
    }

    private static Criteria visibleTo(Reader reader) {
        Criteria toAll = where("visibility").in(Visibility.readableBy(reader.user()));
        return reader.networks().isEmpty()
                ? toAll
                : new Criteria()
                        .orOperator(
                                toAll,
                                where("visibility")
                                        .is(Visibility.NETWORK)
                                        .and("networks")
                                        .in(reader.networks()));
    }

    private static Criteria afterKey(Cursor after) {
        String name = after.keys().get(0);
        String id = after.keys().get(1);
        return new Criteria()
                .orOperator(
                        where("sortName").gt(name),
                        new Criteria()
                                .andOperator(
                                        where("sortName").is(name), where("_id").gt(id)));
    }

    /** All of some organisations, in bounded steps. */
    void eachOf(Collection<String> organizations, Consumer<Member> action) {
        each(where("organizationId").in(organizations), action);
    }

    /** All who hide from an organisation, in bounded steps. */
    void eachHiddenFrom(String organization, Consumer<Member> action) {
        // a reference's identifier is stored as its document's own
        each(where("hiddenFrom.id").is(organization), action);
    }

    private void each(Criteria which, Consumer<Member> action) {
        String last = "";
        List<Member> found;
        do {
            Query query = new Query(
                            new Criteria().andOperator(which, where("_id").gt(last)))
                    .with(Sort.by("_id"))
                    .limit(BATCH)
                    .cursorBatchSize(BATCH);
            found = store.find(query, Member.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }

    /** Some of those not confirmed since, who were not reminded of it yet. */
    List<Member> unconfirmedSince(Instant moment, Set<Freshness> notReminded, int most) {
        Query query = new Query(where("status")
                        .is(Status.PUBLISHED)
                        .and("confirmedAt")
                        .lt(moment)
                        .and("remindedOf")
                        .nin(notReminded))
                .with(Sort.by("confirmedAt", "_id"))
                .limit(most)
                .cursorBatchSize(most);
        return store.find(query, Member.class);
    }

    /** Some of those kept before members were found by what each reader may see. */
    List<Member> withoutFindability(int most) {
        return store.find(new Query(where("marks").isNull()).limit(most).cursorBatchSize(most), Member.class);
    }

    /** Some of those erased whose traces elsewhere in the directory are still there. */
    List<Member> erasing(int most) {
        return store.find(new Query(where("erasing").exists(true)).limit(most).cursorBatchSize(most), Member.class);
    }

    List<Member> all(Collection<String> ids) {
        return store.find(new Query(where("_id").in(ids)).cursorBatchSize(BATCH), Member.class);
    }

    /** Streams all who were ever told to recruiters; the caller closes. */
    Stream<Member> everTalent() {
        return store.stream(new Query(where("toldAsTalent").exists(true)).cursorBatchSize(BATCH), Member.class);
    }

    /** Streams all that was ever published; the caller closes. */
    Stream<Member> everPublished() {
        return store.stream(new Query(where("revision").gt(0)).cursorBatchSize(BATCH), Member.class);
    }
}
