package fr.agora.directory.member;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.directory.lifecycle.Reader;
import fr.agora.directory.lifecycle.Status;
import fr.agora.directory.member.Findability.Kind;
import fr.agora.directory.member.PeerStep.Ask;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.aggregation.AggregationOptions;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;

/**
 * Ranks peers by what they can do: step by step away from what was asked, at each step those who stood by their profile
 * within a year before the others, proof before claims, the most recently confirmed first. The store sorts and cuts; a
 * page reads what it shows.
 */
@Service
public class PeerSearch {

    private final MongoTemplate store;
    private final Members members;
    private final Vocabularies vocabularies;
    private final PeerReasons reasons;
    private final Clock clock;

    PeerSearch(MongoTemplate store, Members members, Vocabularies vocabularies, PeerReasons reasons, Clock clock) {
        this.store = store;
        this.members = members;
        this.vocabularies = vocabularies;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Where somebody stands in the whole order. */
    private record Place(int lap, String order, String id) {}

    public Peers find(PeerQuery query, Optional<CurrentUser> user, Paging paging, Locale language) {
        Reader reader = members.reader(user);
        @Nullable
        String skill = query.skill() == null
                ? null
                : vocabularies.skills().named(query.skill()).code();
        List<PeerStep> steps = PeerStep.of(
                asks(query, skill),
                skill == null ? Optional.empty() : vocabularies.skills().category(skill));
        Instant stale = Freshness.before(Freshness.today(clock.instant()), Freshness.MONTHS_UNTIL_STALE);
        List<Place> places = places(steps, reader, stale, paging);
        List<Place> shown = places.subList(0, Math.min(places.size(), paging.size()));
        boolean exact =
                paging.cursor() != null || (!shown.isEmpty() && shown.getFirst().lap() < 2);
        return new Peers(
                peers(shown, steps, query, skill, reader, language),
                exact,
                places.size() > paging.size() ? cursor(shown.getLast()) : null);
    }

    private static List<Ask> asks(PeerQuery query, @Nullable String skill) {
        List<Ask> asks = new ArrayList<>();
        if (skill != null && !skill.isEmpty()) {
            asks.add(new Ask("skill", Kind.SKILL, skill));
        }
        if (query.words() != null) {
            asks.add(new Ask("words", Kind.WORD, query.words()));
        }
        if (query.topic() != null) {
            asks.add(new Ask("topic", Kind.TOPIC, query.topic()));
        }
        if (query.territory() != null) {
            asks.add(new Ask("territory", Kind.TERRITORY, query.territory()));
        }
        return asks;
    }

    /** Laps: each step twice, the fresh first. */
    private List<Place> places(List<PeerStep> steps, Reader reader, Instant stale, Paging paging) {
        @Nullable Place after = paging.after(3).map(PeerSearch::place).orElse(null);
        List<Place> places = new ArrayList<>();
        int first = after == null ? 0 : after.lap();
        for (int lap = first; lap < 2 * steps.size() && places.size() <= paging.size(); lap++) {
            places.addAll(
                    lap(steps, lap, reader, stale, lap == first ? after : null, paging.size() + 1 - places.size()));
        }
        return places;
    }

    private List<Place> lap(
            List<PeerStep> steps, int lap, Reader reader, Instant stale, @Nullable Place after, int most) {
        PeerStep step = steps.get(lap / 2);
        Criteria confirmed = lap % 2 == 0
                ? where("confirmedAt").gte(stale)
                : where("confirmedAt").lt(stale);
        List<Criteria> all = new ArrayList<>();
        all.add(where("status").is(Status.PUBLISHED));
        all.add(confirmed);
        all.add(SeenBy.reader(reader, step::marks));
        reader.user().ifPresent(user -> all.add(where("accountId").ne(user.accountId())));
        if (lap >= 2) {
            all.add(new Criteria()
                    .norOperator(steps.subList(0, lap / 2).stream()
                            .map(before -> SeenBy.reader(reader, before::marks))
                            .toList()));
        }
        List<AggregationOperation> pipeline = new ArrayList<>();
        pipeline.add(Aggregation.match(new Criteria().andOperator(all)));
        pipeline.add(Aggregation.project("ranks", "networks"));
        pipeline.add(Aggregation.unwind("ranks"));
        pipeline.add(Aggregation.match(new Criteria().andOperator(rank(step, reader, after))));
        pipeline.add(Aggregation.sort(Sort.by("ranks.order", "_id")));
        pipeline.add(Aggregation.limit(most));
        return store
                .aggregate(
                        Aggregation.newAggregation(pipeline)
                                .withOptions(AggregationOptions.builder()
                                        .cursorBatchSize(most)
                                        .build()),
                        "members",
                        Document.class)
                .getMappedResults()
                .stream()
                .map(found ->
                        new Place(lap, found.get("ranks", Document.class).getString("order"), found.getString("_id")))
                .toList();
    }

    private static List<Criteria> rank(PeerStep step, Reader reader, @Nullable Place after) {
        List<Criteria> all = new ArrayList<>();
        all.add(where("ranks.of").is(step.rankedBy()));
        Criteria strangers =
                where("ranks.seenBy").is(Audience.ofStrangers(reader).mark());
        all.add(
                reader.networks().isEmpty()
                        ? strangers
                        : new Criteria()
                                .orOperator(
                                        where("networks")
                                                .in(reader.networks())
                                                .and("ranks.seenBy")
                                                .is(Audience.NETWORK.mark()),
                                        where("networks")
                                                .nin(reader.networks())
                                                .and("ranks.seenBy")
                                                .is(Audience.AGENTS.mark())));
        if (after != null) {
            all.add(new Criteria()
                    .orOperator(
                            where("ranks.order").gt(after.order()),
                            where("ranks.order").is(after.order()).and("_id").gt(after.id())));
        }
        return all;
    }

    private List<Peer> peers(
            List<Place> places,
            List<PeerStep> steps,
            PeerQuery query,
            @Nullable String skill,
            Reader reader,
            Locale language) {
        Map<String, Member> found = new HashMap<>();
        members.all(places.stream().map(Place::id).toList()).forEach(member -> found.put(member.id(), member));
        List<Peer> peers = new ArrayList<>();
        for (Place place : places) {
            Member member = found.get(place.id());
            // gone or hidden since the ranking was read
            if (member != null && member.isVisibleTo(reader)) {
                PeerStep step = steps.get(place.lap() / 2);
                MemberView view = MemberView.seenBy(reader, member, clock.instant());
                peers.add(new Peer(view, step.match(), step.missing(), reasons.of(view, step, query, skill, language)));
            }
        }
        return peers;
    }

    private static String cursor(Place place) {
        return Cursor.of(String.valueOf(place.lap()), place.order(), place.id()).encode();
    }

    private static Place place(Cursor cursor) {
        try {
            int lap = Integer.parseInt(cursor.keys().get(0));
            if (lap >= 0) {
                return new Place(lap, cursor.keys().get(1), cursor.keys().get(2));
            }
        } catch (NumberFormatException forged) {
            // the answer is the same as for a cursor of another list
        }
        throw new ProblemException(CommonProblem.INVALID_CURSOR);
    }
}
