package fr.agora.search.index;

import static fr.agora.search.index.Engine.object;

import fr.agora.search.catalogue.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kept searches, asked the other way round: which of them does a new entry match? Whoever keeps them fills it before it
 * is asked, and again now and then: what is not put in any more is then let go.
 */
@Component
public final class AlertIndex {

    private static final Logger LOG = LoggerFactory.getLogger(AlertIndex.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 500;
    private static final int UNREADABLE = 400;
    private static final int GONE = 404;
    /** What this instance reads and another puts in meanwhile must not look forgotten. */
    private static final Duration DOUBT = Duration.ofMinutes(10);

    private final Engine engine;
    private final Clock clock;
    private final String names;
    private final String name;
    private volatile boolean filled;

    AlertIndex(Engine engine, IndexSettings settings, Clock clock) {
        this.engine = engine;
        this.clock = clock;
        this.names = settings.prefix() + "-alerts-v";
        this.name = names
                + IndexDefinition.ofAlerts().at("/mappings/_meta/definition").asString();
    }

    /** Whether every search kept before this instance began is in it; it is not to be asked before. */
    public boolean isFilled() {
        return filled;
    }

    /**
     * Makes it hold exactly these, and whatever is put in meanwhile.
     *
     * @param stillKept which ids of a page are kept at that moment: one may go between its reading and its writing
     */
    public synchronized void fill(Stream<Map.Entry<String, Query>> searches, UnaryOperator<Set<String>> stillKept) {
        create();
        var since = clock.instant();
        var page = new LinkedHashMap<String, Query>(PAGE);
        searches.forEach(search -> {
            page.put(search.getKey(), search.getValue());
            if (page.size() == PAGE) {
                write(page, stillKept);
                page.clear();
            }
        });
        write(page, stillKept);
        // what follows refreshes only if it finds something
        engine.manage("POST", "/" + name + "/_refresh", null).orThrow();
        engine.manage(
                        "POST",
                        "/" + name + "/_delete_by_query?conflicts=proceed&refresh=true",
                        object("query", object("range", object("seenAt", object("lt", millis(since.minus(DOUBT)))))))
                .orThrow();
        filled = true;
    }

    private void create() {
        if (!engine.manage("GET", "/" + name, null).isDone()) {
            filled = false;
            var answer = engine.manage("PUT", "/" + name, IndexDefinition.ofAlerts());
            var taken = answer.body().at("/error/type").asString("").equals("resource_already_exists_exception");
            if (!taken) {
                answer.orThrow();
            }
        }
    }

    private void write(Map<String, Query> searches, UnaryOperator<Set<String>> stillKept) {
        var now = clock.instant();
        write(
                searches.entrySet().stream()
                        .map(search -> BulkOperation.of(one -> one.index(write ->
                                write.id(search.getKey()).document(document(search.getKey(), search.getValue(), now)))))
                        .toList(),
                Refresh.False);
        var gone = new HashSet<>(searches.keySet());
        gone.removeAll(stillKept.apply(searches.keySet()));
        write(
                gone.stream()
                        .map(id -> BulkOperation.of(one -> one.delete(remove -> remove.id(id))))
                        .toList(),
                Refresh.False);
    }

    private void write(List<BulkOperation> operations, Refresh refresh) {
        if (operations.isEmpty()) {
            return;
        }
        var request = BulkRequest.of(bulk -> bulk.index(name).refresh(refresh).operations(operations));
        var refused = engine.write(client -> client.bulk(request)).items().stream()
                .filter(item -> item.error() != null)
                .map(item ->
                        item.id() + ": " + Objects.requireNonNull(item.error()).type())
                .toList();
        if (!refused.isEmpty()) {
            throw new IndexUnavailable("The index refuses kept searches: " + refused);
        }
    }

    private static Map<String, Object> document(String alert, Query query, Instant now) {
        return object("alert", alert, "seenAt", millis(now), "query", JSON.readTree(query.toJsonString()));
    }

    private static long millis(Instant at) {
        return at.toEpochMilli();
    }

    /** Known to the very next entry. */
    public void put(String alert, Query query) {
        // somebody may have dropped it: the engine would make one that asks nothing
        create();
        var kept = document(alert, query, clock.instant());
        write(List.of(BulkOperation.of(one -> one.index(write -> write.id(alert).document(kept)))), Refresh.True);
    }

    public void remove(String alert) {
        engine.manage("DELETE", "/" + name + "/_doc/" + alert + "?refresh=true", null);
    }

    /** Drops those of other definitions than today's once today's is that old: no earlier version runs any more. */
    public void dropFormer(Duration age) {
        var all = engine.manage("GET", "/" + names + "*/_settings/index.creation_date", null)
                .orThrow()
                .body();
        var created = all.at("/" + name + "/settings/index/creation_date").asLong(Long.MAX_VALUE);
        if (created < millis(clock.instant().minus(age))) {
            all.propertyNames().stream().filter(other -> !other.equals(name)).forEach(other -> {
                engine.manage("DELETE", "/" + other, null).orThrow();
                LOG.info("An index of kept searches by an earlier definition is dropped index={}", other);
            });
        }
    }

    /**
     * The entries each search matches, by the search's id; an entry the engine cannot read matches none.
     *
     * @throws IndexUnavailable when it is not there, and must be filled
     */
    public Map<String, List<Change.Publication>> matching(List<Change.Publication> entries) {
        var matching = new LinkedHashMap<String, List<Change.Publication>>();
        match(entries, matching);
        return matching;
    }

    private void match(List<Change.Publication> entries, Map<String, List<Change.Publication>> matching) {
        var documents = entries.stream().map(Change.Publication::document).toList();
        var after = "";
        int found;
        do {
            var answer = engine.manage("POST", "/" + name + "/_search", asked(documents, after));
            if (answer.status() == UNREADABLE) {
                matchHalves(entries, matching);
                return;
            }
            if (answer.status() == GONE) {
                filled = false;
                throw new IndexUnavailable("The index of kept searches is gone");
            }
            found = 0;
            for (var hit : answer.orThrow().body().at("/hits/hits")) {
                found++;
                after = hit.at("/fields/alert/0").asString();
                matching.computeIfAbsent(after, absent -> new ArrayList<>()).addAll(matched(hit, entries));
            }
        } while (found == PAGE);
    }

    /** Finds out which of them it is. */
    private void matchHalves(List<Change.Publication> entries, Map<String, List<Change.Publication>> matching) {
        if (entries.size() > 1) {
            match(entries.subList(0, entries.size() / 2), matching);
            match(entries.subList(entries.size() / 2, entries.size()), matching);
        }
    }

    private static Map<String, Object> asked(List<Map<String, Object>> documents, String after) {
        var asked = object(
                "size",
                PAGE,
                "_source",
                false,
                "fields",
                List.of("alert"),
                "sort",
                List.of("alert"),
                "query",
                object(
                        "constant_score",
                        object("filter", object("percolate", object("field", "query", "documents", documents)))));
        if (!after.isEmpty()) {
            asked.put("search_after", List.of(after));
        }
        return asked;
    }

    private static List<Change.Publication> matched(JsonNode hit, List<Change.Publication> entries) {
        var matched = new ArrayList<Change.Publication>();
        hit.at("/fields/_percolator_document_slot").forEach(slot -> matched.add(entries.get(slot.asInt())));
        return matched;
    }
}
