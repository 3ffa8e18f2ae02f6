package fr.agora.projects.usecase;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** How much there is of each theme, counted in the store. */
@Component
public class ThemeCounts {

    private static final int MOST = 1_000;

    private final MongoTemplate store;

    ThemeCounts(MongoTemplate store) {
        this.store = store;
    }

    /**
     * What readers may see of one theme.
     *
     * @param phases use cases by phase
     * @param bricks of these use cases
     * @param reuses confirmed ones of these use cases
     */
    public record Counted(Map<Phase, Long> phases, long bricks, long reuses) {

        public static final Counted NONE = new Counted(Map.of(), 0, 0);

        public long useCases() {
            return phases.values().stream().mapToLong(Long::longValue).sum();
        }

        public long in(Phase phase) {
            return phases.getOrDefault(phase, 0L);
        }
    }

    /** By the code of the theme; a theme without anything published is absent. */
    public Map<String, Counted> all(boolean loggedIn) {
        Map<String, Map<Phase, Long>> phases = new HashMap<>();
        Map<String, Long> reuses = new HashMap<>();
        Document byPhase = new Document(
                "$group",
                new Document("_id", new Document("theme", "$content.themes.code").append("phase", "$content.phase"))
                        .append("count", new Document("$sum", 1))
                        .append("reuses", new Document("$sum", "$recognition.reuseCount")));
        for (Document row : rows(loggedIn, List.of(unwind("$content.themes"), byPhase))) {
            Document key = row.get("_id", Document.class);
            String theme = key.getString("theme");
            phases.computeIfAbsent(theme, code -> new EnumMap<>(Phase.class))
                    .merge(Phase.valueOf(key.getString("phase")), number(row, "count"), Long::sum);
            reuses.merge(theme, number(row, "reuses"), Long::sum);
        }
        Map<String, Long> bricks = new HashMap<>();
        Document byTheme = new Document(
                "$group", new Document("_id", "$content.themes.code").append("count", new Document("$sum", 1)));
        rows(loggedIn, List.of(unwind("$content.blocks"), unwind("$content.themes"), byTheme))
                .forEach(row -> bricks.put(row.getString("_id"), number(row, "count")));
        Map<String, Counted> counted = new HashMap<>();
        phases.forEach((theme, found) ->
                counted.put(theme, new Counted(found, bricks.getOrDefault(theme, 0L), reuses.getOrDefault(theme, 0L))));
        return counted;
    }

    private List<Document> rows(boolean loggedIn, List<Document> stages) {
        List<String> visible = loggedIn
                ? List.of(Visibility.PUBLIC.name(), Visibility.AGENTS.name())
                : List.of(Visibility.PUBLIC.name());
        List<Document> pipeline = new ArrayList<>();
        pipeline.add(new Document(
                "$match",
                new Document("status", UseCaseStatus.PUBLISHED.name())
                        .append("content.visibility", new Document("$in", visible))));
        pipeline.addAll(stages);
        pipeline.add(new Document("$limit", MOST));
        return store.getCollection("use_cases")
                .aggregate(pipeline)
                .batchSize(MOST)
                .into(new ArrayList<>());
    }

    private static Document unwind(String path) {
        return new Document("$unwind", path);
    }

    private static long number(Document row, String field) {
        return row.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
