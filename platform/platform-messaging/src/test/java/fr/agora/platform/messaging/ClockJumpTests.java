package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import fr.agora.local.store.WireStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A machine whose clock is put forward or back by an hour delays nothing by that hour, and undoes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockJumpTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofSeconds(10);

    private WireStore store;
    private MongoDatabaseFactory databases;

    @BeforeAll
    void open() {
        store = WireStore.inMemory();
        databases = new SimpleMongoClientDatabaseFactory(MongoClients.create(store.uri("clocks")), "clocks");
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void aLeaseTakenUnderAClockAnHourAheadIsFreeOnceItsHolderIsGone() {
        assertThat(lease("ahead", NOW.plus(HOUR)).hold()).isTrue();

        assertThat(lease("ahead", NOW).hold()).isTrue();
    }

    @Test
    void aLeaseIsKeptFromOthersWhoseClocksDifferByLessThanItLasts() {
        assertThat(lease("kept", NOW.plus(LEASE.dividedBy(2))).hold()).isTrue();

        assertThat(lease("kept", NOW).hold()).isFalse();
        assertThat(lease("kept", NOW.plus(LEASE)).hold()).isFalse();
    }

    @Test
    void aFactThatCouldNotBeSentIsTriedAgainInItsTimeWhateverTheClockSays() {
        var running = new AtomicLong();
        var retries = new Retries(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)), running::get);
        retries.failed(new WaitingDocument.Key("books", "one"));
        assertThat(retries.notYet("books")).containsExactly("one");

        running.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(retries.notYet("books")).isEmpty();
    }

    @Test
    void aCopyFollowsTheRevisionThoughTheFactsWereStampedInTheOtherOrder() {
        var revisions = new Revisions(databases);
        var book = new Book("stamped", "Un").publish(at(NOW.plus(HOUR)));
        var first = book.outbox().getLast();
        var second = book.retitle("Deux", at(NOW)).outbox().getLast();
        assertThat(second.occurredAt()).isBefore(first.occurredAt());

        revisions.keepHighest("copies", "stamped", second.revision(), new Document("title", "Deux"));
        revisions.keepHighest("copies", "stamped", first.revision(), new Document("title", "Un"));

        assertThat(databases.getMongoDatabase().getCollection("copies").find().first())
                .containsEntry("title", "Deux");
    }

    private Lease lease(String work, Instant now) {
        return new Lease(databases, work, LEASE, at(now));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
