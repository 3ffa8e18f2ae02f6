package fr.agora.search.index;

import static fr.agora.search.index.Engine.object;

import fr.agora.search.catalogue.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The physical indices, {@code agora-catalogue-000001}, behind two aliases: {@code agora-catalogue} is searched, {@code
 * agora-catalogue-feed} names every index the live facts go into. Who writes where is thus kept in the engine itself,
 * the same for every instance of this service. One index holds all kinds (ADR 44).
 */
@Component
public final class Indices {

    private static final Logger LOG = LoggerFactory.getLogger(Indices.class);
    private static final Map<String, Object> NOT_DELETED = Map.of("term", Map.of("deleted", false));

    private final Engine engine;
    private final IndexSettings settings;
    private final FormerIndices former;
    private final LongSupplier nanoTime = System::nanoTime;
    private final AtomicReference<@Nullable Targets> targets = new AtomicReference<>();

    Indices(Engine engine, IndexSettings settings) {
        this.engine = engine;
        this.former = new FormerIndices(engine, settings);
        this.settings = settings;
    }

    /** The alias everything is searched by. */
    public String alias() {
        return settings.prefix() + "-catalogue";
    }

    private String feed() {
        return alias() + "-feed";
    }

    /**
     * Creates what is absent; safe to repeat and for several instances at once.
     *
     * @throws IndexUnavailable when the engine is away
     */
    public void prepare() {
        // before the look at the alias: whoever comes second either takes the same name or sees the alias
        var next = nextName();
        if (!engine.manage("GET", "/_alias/" + alias(), null).isDone()) {
            var earlier = former.searched();
            if (earlier.isEmpty()) {
                create(next, object(alias(), object("filter", NOT_DELETED), feed(), object()));
                LOG.info("An empty index is ready index={}", next);
            } else {
                create(next, object(feed(), object()));
                change(earlier.stream().map(this::adding).toList());
                LOG.info("Those of an earlier version are searched until one is filled for all indices={}", earlier);
            }
        } else if (isOutdated()) {
            // until it is rebuilt it takes what it knows of today's entries instead of refusing them whole
            searched().forEach(old -> engine.manage("PUT", "/" + old + "/_mapping", object("dynamic", false)));
        }
        forgetTargets();
    }

    /** Whether what is searched was made by another definition than today's. */
    public boolean isOutdated() {
        var wanted = definition(IndexDefinition.ofCatalogue());
        return searched().stream()
                .anyMatch(name -> !wanted.equals(definition(engine.manage("GET", "/" + name + "/_mapping", null)
                        .orThrow()
                        .body()
                        .path(name))));
    }

    private static String definition(JsonNode index) {
        return index.at("/mappings/_meta/definition").asString("");
    }

    private void create(String name, Map<String, Object> aliases) {
        var body = IndexDefinition.ofCatalogue();
        body.putPOJO("aliases", aliases);
        var answer = engine.manage("PUT", "/" + name, body);
        var taken = answer.body().at("/error/type").asString("").equals("resource_already_exists_exception");
        if (!taken) {
            answer.orThrow();
        }
    }

    /** An empty index that the live facts go into from now on, but nobody searches yet. */
    public String begin() {
        var name = nextName();
        create(name, object(feed(), object()));
        forgetTargets();
        return name;
    }

    /** Makes a filled index the one that is searched and fed, in one step; those it replaces are kept, unfed. */
    public List<String> swap(String name) {
        var actions = new ArrayList<Object>();
        var replaced = searched().stream().filter(old -> !old.equals(name)).toList();
        replaced.forEach(old -> actions.add(object("remove", object("index", old, "alias", "*"))));
        actions.add(adding(name));
        change(actions);
        forgetTargets();
        return replaced;
    }

    private Map<String, Object> adding(String name) {
        return object("add", object("index", name, "alias", alias(), "filter", NOT_DELETED));
    }

    private void change(List<?> actions) {
        engine.manage("POST", "/_aliases", object("actions", actions)).orThrow();
    }

    /** Drops an index if it is there, unless it is searched. */
    public void drop(String name) {
        if (searched().contains(name)) {
            throw new IllegalArgumentException("The index is searched: " + name);
        }
        engine.manage("DELETE", "/" + name, null);
        forgetTargets();
    }

    /** Makes what was written visible to searches. */
    public void refresh(String name) {
        engine.manage("POST", "/" + name + "/_refresh", null).orThrow();
    }

    /** All of a kind that an index holds, tombstones included, whatever the number of versions of each. */
    public long count(String name, Kind kind) {
        var query = Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(Map.of("term", Map.of("kind", kind.code())), Map.of("term", Map.of("version", "")))));
        return engine.manage("POST", "/" + name + "/_count", Map.of("query", query))
                .orThrow()
                .body()
                .path("count")
                .asLong();
    }

    /** One, but between an upgrade and the rebuild that follows it. */
    public List<String> searched() {
        return names(engine.manage("GET", "/_alias/" + alias(), null));
    }

    private List<String> fed() {
        return names(engine.manage("GET", "/_alias/" + feed(), null));
    }

    /** Oldest first. */
    public List<String> all() {
        return names(engine.manage("GET", "/" + alias() + "-0*/_alias", null));
    }

    /** Fed but not searched: a rebuild is at work on it, or was killed. */
    public List<String> unfinished() {
        var searched = searched();
        return fed().stream().filter(name -> !searched.contains(name)).toList();
    }

    /** Neither searched nor fed any more. */
    public List<String> replaced() {
        var used = new ArrayList<>(searched());
        used.addAll(fed());
        return Stream.concat(all().stream(), former.all().stream())
                .filter(name -> !used.contains(name))
                .toList();
    }

    public Instant createdAt(String name) {
        var answer = engine.manage("GET", "/" + name + "/_settings/index.creation_date", null)
                .orThrow();
        return Instant.ofEpochMilli(
                answer.body().at("/" + name + "/settings/index/creation_date").asLong());
    }

    static List<String> names(Engine.Answer answer) {
        return answer.isDone() ? answer.body().propertyNames().stream().sorted().toList() : List.of();
    }

    private String nextName() {
        var last = all().stream()
                .mapToInt(name -> Integer.parseInt(name.substring(name.length() - 6)))
                .max()
                .orElse(0);
        return "%s-%06d".formatted(alias(), last + 1);
    }

    /** Where changes are written now. */
    List<String> targets() {
        var known = targets.get();
        if (known == null
                || nanoTime.getAsLong() - known.at() > settings.targets().toNanos()) {
            known = new Targets(fed(), nanoTime.getAsLong());
            targets.set(known);
        }
        if (known.names().isEmpty()) {
            forgetTargets();
            throw new IndexUnavailable("No index is ready");
        }
        return known.names();
    }

    void forgetTargets() {
        targets.set(null);
    }

    private record Targets(List<String> names, long at) {}
}
