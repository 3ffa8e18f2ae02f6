package fr.agora.search.index;

import static fr.agora.search.index.Engine.object;

import fr.agora.search.catalogue.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The physical indices, {@code agora-offer-000001}, behind two aliases a kind: {@code agora-offer} is searched, {@code
 * agora-offer-feed} names every index the live facts go into. Who writes where is thus kept in the engine itself, the
 * same for every instance of this service.
 */
@Component
public final class Indices {

    private static final Logger LOG = LoggerFactory.getLogger(Indices.class);
    private static final Map<String, Object> NOT_DELETED = Map.of("term", Map.of("deleted", false));

    private final Engine engine;
    private final IndexSettings settings;
    private final LongSupplier nanoTime = System::nanoTime;
    private final AtomicReference<@Nullable Targets> targets = new AtomicReference<>();

    Indices(Engine engine, IndexSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** The alias one kind is searched by. */
    public String alias(Kind kind) {
        return settings.prefix() + "-" + kind.code();
    }

    private String feed(Kind kind) {
        return alias(kind) + "-feed";
    }

    /**
     * Creates what is absent; safe to repeat and for several instances at once.
     *
     * @throws IndexUnavailable when the engine is away
     */
    public void prepare() {
        for (var kind : Kind.values()) {
            if (!engine.manage("GET", "/_alias/" + alias(kind), null).isDone()) {
                var name = nextName(kind);
                create(name, kind, object(alias(kind), object("filter", NOT_DELETED), feed(kind), object()));
                LOG.info("An empty index is ready index={}", name);
            } else if (isOutdated(kind)) {
                // until it is rebuilt it takes what it knows of today's entries instead of refusing them whole
                searched(kind).forEach(old -> engine.manage("PUT", "/" + old + "/_mapping", object("dynamic", false)));
            }
        }
        forgetTargets();
    }

    /** Whether what is searched was made by another definition than today's. */
    public boolean isOutdated(Kind kind) {
        var wanted = definition(IndexDefinition.of(kind));
        return searched(kind).stream()
                .anyMatch(name -> !wanted.equals(definition(engine.manage("GET", "/" + name + "/_mapping", null)
                        .orThrow()
                        .body()
                        .path(name))));
    }

    private static String definition(JsonNode index) {
        return index.at("/mappings/_meta/definition").asString("");
    }

    private void create(String name, Kind kind, Map<String, Object> aliases) {
        var body = IndexDefinition.of(kind);
        body.putPOJO("aliases", aliases);
        var answer = engine.manage("PUT", "/" + name, body);
        var taken = answer.body().at("/error/type").asString("").equals("resource_already_exists_exception");
        if (!taken) {
            answer.orThrow();
        }
    }

    /** An empty index that the live facts go into from now on, but nobody searches yet. */
    public String begin(Kind kind) {
        var name = nextName(kind);
        create(name, kind, object(feed(kind), object()));
        forgetTargets();
        return name;
    }

    /** Makes a filled index the one that is searched and fed, in one step; those it replaces are kept, unfed. */
    public List<String> swap(Kind kind, String name) {
        var actions = new ArrayList<Object>();
        var replaced = searched(kind).stream().filter(old -> !old.equals(name)).toList();
        for (var old : replaced) {
            actions.add(object("remove", object("index", old, "alias", alias(kind))));
            actions.add(object("remove", object("index", old, "alias", feed(kind))));
        }
        actions.add(object("add", object("index", name, "alias", alias(kind), "filter", NOT_DELETED)));
        engine.manage("POST", "/_aliases", object("actions", actions)).orThrow();
        forgetTargets();
        return replaced;
    }

    /** Drops an index if it is there, unless it is searched. */
    public void drop(Kind kind, String name) {
        if (searched(kind).contains(name)) {
            throw new IllegalArgumentException("The index is searched: " + name);
        }
        engine.manage("DELETE", "/" + name, null);
        forgetTargets();
    }

    /** Makes what was written visible to searches. */
    public void refresh(String name) {
        engine.manage("POST", "/" + name + "/_refresh", null).orThrow();
    }

    /** Everything an index holds, tombstones included, whatever the number of versions of each. */
    public long count(String name) {
        return engine.manage("POST", "/" + name + "/_count", Map.of("query", Map.of("term", Map.of("version", ""))))
                .orThrow()
                .body()
                .path("count")
                .asLong();
    }

    public List<String> searched(Kind kind) {
        return names(engine.manage("GET", "/_alias/" + alias(kind), null));
    }

    /** Physical indices of a kind, oldest first. */
    public List<String> all(Kind kind) {
        return names(engine.manage("GET", "/" + alias(kind) + "-0*/_alias", null));
    }

    /** Fed but not searched: a rebuild is at work on it, or was killed. */
    public List<String> unfinished(Kind kind) {
        var searched = searched(kind);
        return names(engine.manage("GET", "/_alias/" + feed(kind), null)).stream()
                .filter(name -> !searched.contains(name))
                .toList();
    }

    /** Neither searched nor fed any more. */
    public List<String> replaced(Kind kind) {
        var used = new ArrayList<>(searched(kind));
        used.addAll(names(engine.manage("GET", "/_alias/" + feed(kind), null)));
        return all(kind).stream().filter(name -> !used.contains(name)).toList();
    }

    public Instant createdAt(String name) {
        var answer = engine.manage("GET", "/" + name + "/_settings/index.creation_date", null)
                .orThrow();
        return Instant.ofEpochMilli(
                answer.body().at("/" + name + "/settings/index/creation_date").asLong());
    }

    private static List<String> names(Engine.Answer answer) {
        return answer.isDone() ? answer.body().propertyNames().stream().sorted().toList() : List.of();
    }

    private String nextName(Kind kind) {
        var last = all(kind).stream()
                .mapToInt(name -> Integer.parseInt(name.substring(name.length() - 6)))
                .max()
                .orElse(0);
        return "%s-%06d".formatted(alias(kind), last + 1);
    }

    /** Where changes of a kind are written now. */
    List<String> targets(Kind kind) {
        var known = targets.get();
        if (known == null
                || nanoTime.getAsLong() - known.at() > settings.targets().toNanos()) {
            known = readTargets();
            targets.set(known);
        }
        var names = known.names().getOrDefault(feed(kind), List.of());
        if (names.isEmpty()) {
            forgetTargets();
            throw new IndexUnavailable("No index is ready for " + kind.code());
        }
        return names;
    }

    private Targets readTargets() {
        var at = nanoTime.getAsLong();
        var answer = engine.manage("GET", "/_alias/" + settings.prefix() + "-*-feed", null);
        var names = new java.util.HashMap<String, List<String>>();
        if (answer.isDone()) {
            for (var index : answer.body().properties()) {
                index.getValue()
                        .path("aliases")
                        .propertyNames()
                        .forEach(alias -> names.computeIfAbsent(alias, absent -> new ArrayList<>())
                                .add(index.getKey()));
            }
        }
        return new Targets(names, at);
    }

    void forgetTargets() {
        targets.set(null);
    }

    private record Targets(Map<String, List<String>> names, long at) {}
}
