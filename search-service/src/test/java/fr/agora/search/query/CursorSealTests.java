package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import fr.agora.local.store.WireStore;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class CursorSealTests {

    private final WireStore memory = WireStore.inMemory();
    private final MongoClient client = MongoClients.create(memory.uri("agora_search"));
    private final MongoTemplate store = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "agora_search"));
    private final Hands clock = new Hands();
    private final CursorSeal here = new CursorSeal(store, clock);
    private final CursorSeal there = new CursorSeal(store, clock);

    @AfterEach
    void close() {
        client.close();
        memory.close();
    }

    @Test
    void everyInstanceOpensWhatAnotherSigned() {
        assertThat(there.checked(here.signed("a"))).isEqualTo("a");
        assertThat(here.checked(there.signed("b"))).isEqualTo("b");
        assertThatThrownBy(() -> there.checked(here.signed("a") + "A")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> there.checked("b" + here.signed("a").substring(1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void eachMonthTheKeyIsReplacedWhileInstancesRunAndTheFormerStillOpens() {
        String before = here.signed("a");
        Object first = key();
        there.checked(before);

        clock.advance(Duration.ofDays(31));
        String after = here.signed("a");

        assertThat(key()).isNotEqualTo(first);
        assertThat(after).isNotEqualTo(before);
        assertThat(here.checked(before)).isEqualTo("a");
        // who has not looked since meets the new key, and looks
        assertThat(there.checked(after)).isEqualTo("a");
        assertThat(there.checked(before)).isEqualTo("a");

        clock.advance(Duration.ofDays(31));
        here.signed("a");
        assertThat(here.checked(after)).isEqualTo("a");
        assertThatThrownBy(() -> here.checked(before)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aKeyThatWasTakenAwayIsForgottenByRunningInstancesToo() {
        String before = here.signed("a");

        store.getCollection("cursor_keys").deleteMany(new Document());
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> here.checked(before)).isInstanceOf(ProblemException.class);
        assertThat(there.checked(here.signed("a"))).isEqualTo("a");
    }

    @Test
    void aKeyOfBeforeThereWasAChoiceGoesOnAsTheFormerOne() {
        String key = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
        store.getCollection("cursor_keys").insertOne(new Document("_id", "search").append("key", key));
        // HMAC-SHA-256 of "a" under that key, its first 128 bits
        String before = "a.qiGHcjZFolIUi786rQ4g1A";

        assertThat(here.checked(before)).isEqualTo("a");
        assertThat(key()).isNotEqualTo(key);
        assertThat(here.checked(before)).isEqualTo("a");
    }

    @Test
    void anotherAlgorithmMayFollowAndTheFormerKeyKeepsItsOwn() {
        String before = here.signed("a");
        Document known = store.getCollection("cursor_keys").find().first();
        store.getCollection("cursor_keys")
                .replaceOne(
                        new Document("_id", "search"),
                        new Document(known)
                                .append("key", Base64.getEncoder().encodeToString(new byte[32]))
                                .append("algorithm", "HmacSHA512")
                                .append("former", new Document("key", known.get("key"))));
        clock.advance(Duration.ofMinutes(1));

        String after = here.signed("a");

        assertThat(there.checked(after)).isEqualTo("a");
        assertThat(there.checked(before)).isEqualTo("a");
        assertThat(after).isEqualTo("a.I5JUzZ5UOS3eObyPl18kmA");
    }

    private Object key() {
        return store.getCollection("cursor_keys").find().first().get("key");
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
