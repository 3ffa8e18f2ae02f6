package fr.agora.search.meaning;

import java.time.Duration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The option as an operator turns it on. */
public final class TurnedOn {

    public static final Duration BUDGET = Duration.ofMillis(400);

    private TurnedOn() {}

    /** With nothing understood yet. */
    public static Meanings anew(MongoOperations store) {
        store.remove(new Query(), KnownVector.class);
        return again(store);
    }

    /** After a restart. */
    public static Meanings again(MongoOperations store) {
        var settings = new AssistantSettings(
                EmbeddingsApi.uri(),
                EmbeddingsApi.KEY,
                "model",
                Duration.ofSeconds(5),
                BUDGET,
                Duration.ofSeconds(30),
                DataSize.ofMegabytes(1));
        return new Meanings(settings, new Embeddings(settings, JsonMapper.shared()), new Vectors(store));
    }
}
