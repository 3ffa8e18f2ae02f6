package fr.agora.directory.member;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Status;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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

    Members(MongoTemplate store) {
        this.store = store;
    }

    Optional<Member> find(String id) {
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

    Optional<Member> ofAccount(String accountId) {
        return Optional.ofNullable(store.findOne(new Query(where("accountId").is(accountId)), Member.class));
    }

    Member save(Member member) {
        return store.save(member);
    }

    Member insert(Member member) {
        return store.insert(member);
    }

    /** Those a reader may see, by name; audience and state are in the query, not a filter after it. */
    public Slice<Member> list(MemberFilter filter, Optional<CurrentUser> reader, Paging paging) {
        List<Criteria> all = new ArrayList<>();
        if (filter.organization() != null) {
            all.add(where("organizationId").is(filter.organization()));
        }
        all.add(where("status").is(Status.PUBLISHED));
        all.add(visibleTo(reader(reader)));
        if (filter.skill() != null) {
            all.add(where("skills.code").is(filter.skill()));
        }
        if (filter.community() != null) {
            all.add(where("communities.code").is(filter.community()));
        }
        if (filter.territory() != null) {
            all.add(where("territories.code").is(filter.territory()));
        }
        for (Pattern prefix : Words.prefixes(filter.words())) {
            all.add(where("words").regex(prefix));
        }
        paging.after(2).ifPresent(after -> all.add(afterKey(after)));
        Query query = new Query(new Criteria().andOperator(all))
                .with(BY_NAME)
                .limit(paging.size() + 1)
                .cursorBatchSize(paging.size() + 1);
        return Slice.of(
                store.find(query, Member.class), paging.size(), member -> Cursor.of(member.sortName(), member.id()));
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
        String last = "";
        List<Member> found;
        do {
            Query query = new Query(
                            where("organizationId").in(organizations).and("_id").gt(last))
                    .with(Sort.by("_id"))
                    .limit(BATCH)
                    .cursorBatchSize(BATCH);
            found = store.find(query, Member.class);
            found.forEach(action);
            last = found.isEmpty() ? last : found.getLast().id();
        } while (found.size() == BATCH);
    }

    /** Streams all that was ever published; the caller closes. */
    Stream<Member> everPublished() {
        return store.stream(new Query(where("revision").gt(0)).cursorBatchSize(BATCH), Member.class);
    }
}
