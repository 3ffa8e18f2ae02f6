package fr.agora.platform.messaging.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Every {@code golden/<collection>/<day>.json} of a service, as it was stored that day. A field that became required
 * without a default, was renamed or changed its shape shows here before it does in somebody's data.
 */
public final class GoldenDocuments {

    private GoldenDocuments() {}

    /**
     * Reads them all as the service reads its own, and writes them back: nothing is lost on the way.
     *
     * @param none collections of which no document has been kept yet
     */
    public static void areUnderstood(MongoTemplate store, Set<String> none) throws IOException {
        Set<String> without = new TreeSet<>();
        for (var entity : store.getConverter().getMappingContext().getPersistentEntities()) {
            if (!entity.getType().isAnnotationPresent(org.springframework.data.mongodb.core.mapping.Document.class)) {
                continue;
            }
            String collection = store.getCollectionName(entity.getType());
            List<Resource> goldens = of(collection);
            if (goldens.isEmpty()) {
                without.add(collection);
            }
            for (Resource golden : goldens) {
                isUnderstood(store, entity.getType(), collection, golden);
            }
        }
        assertThat(without).as("collections without a golden document").isEqualTo(new TreeSet<>(none));
    }

    private static List<Resource> of(String collection) throws IOException {
        return List.of(
                new PathMatchingResourcePatternResolver().getResources("classpath*:golden/" + collection + "/*.json"));
    }

    private static void isUnderstood(MongoTemplate store, Class<?> type, String collection, Resource golden)
            throws IOException {
        String where = "golden/" + collection + "/" + golden.getFilename();
        Document stored = Document.parse(golden.getContentAsString(StandardCharsets.UTF_8));
        String aside = "golden_" + collection;
        store.dropCollection(aside);
        store.getCollection(aside).insertOne(stored);

        List<?> read = store.findAll(type, aside);
        assertThat(read).as(where).hasSize(1);
        Document written = new Document();
        store.getConverter().write(read.getFirst(), written);
        store.dropCollection(aside);

        List<String> lost = new ArrayList<>();
        compare("", stored, written, lost);
        assertThat(lost).as("%s: lost between reading and writing", where).isEmpty();
    }

    private static void compare(String path, @Nullable Object stored, @Nullable Object written, List<String> lost) {
        switch (stored) {
            case null -> {
                // nothing was there to be lost
            }
            case Document was
            when written instanceof Document now ->
                was.forEach((field, value) -> compare(path + "." + field, value, now.get(field), lost));
            case List<?> was
            when written instanceof List<?> now && was.size() == now.size() -> {
                for (int i = 0; i < was.size(); i++) {
                    compare(path + "[" + i + "]", was.get(i), now.get(i), lost);
                }
            }
            default -> {
                if (!path.endsWith("._class") && !stored.equals(written)) {
                    lost.add(path + ": " + stored + " became " + written);
                }
            }
        }
    }
}
