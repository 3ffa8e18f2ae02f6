package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.agora.local.store.WireStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What holds on every broker: nothing announced is lost, nothing that cannot be digested blocks the rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessagingTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String QUEUE = "readers.library-events";
    private static final Duration SOON = Duration.ofSeconds(30);

    private WireStore store;
    private RestartableBroker broker;
    private Applications applications;
    private ConfigurableApplicationContext library;
    private ConfigurableApplicationContext readers;
    private MongoTemplate books;
    private Shelf shelf;
    private ParkedMessages parked;

    abstract RestartableBroker start(Path directory) throws IOException;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        store = WireStore.inMemory();
        broker = start(directory);
        applications = new Applications(store, broker.running());
        library = applications.library();
        readers = applications.readers();
        books = library.getBean(MongoTemplate.class);
        shelf = readers.getBean(Shelf.class);
        parked = readers.getBean(ParkedMessages.class);
    }

    @AfterEach
    void recover() {
        shelf.recover();
        readers.getBean(AmqpAdmin.class).purgeQueue(QUEUE + ".parked", false);
    }

    @AfterAll
    void close() {
        if (readers != null) {
            readers.close();
        }
        if (library != null) {
            library.close();
        }
        if (broker != null) {
            broker.close();
        }
        store.close();
    }

    @Test
    void aSavedFactReachesItsConsumerAndLeavesItsDocument() {
        books.save(new Book("saved", "Les Données").publish(CLOCK));

        until(() -> assertThat(shelf.about("saved")).isNotEmpty());
        var fact = shelf.about("saved").getFirst();
        assertThat(fact.type()).isEqualTo(Book.PUBLISHED);
        assertThat(fact.revision()).isEqualTo(1);
        assertThat(fact.time()).isEqualTo(CLOCK.instant());
        assertThat(fact.as(Book.View.class).title()).isEqualTo("Les Données");
        until(() -> assertThat(stored("saved").outbox()).isEmpty());
    }

    @Test
    void theRelayNeverTouchesTheLock() {
        var book = books.save(new Book("locked", "Un").publish(CLOCK));
        until(() -> assertThat(stored("locked").outbox()).isEmpty());

        // the copy in hand predates the relay's work: an optimistic lock it had touched would refuse this
        books.save(book.retitle("Deux", CLOCK));

        until(() -> assertThat(shelf.has("locked", 2)).isTrue());
    }

    @Test
    void aStaleSaveOnlyCausesADuplicate() {
        var stale = books.save(new Book("stale", "Un").publish(CLOCK));
        until(() -> assertThat(stored("stale").outbox()).isEmpty());

        books.save(stale);

        until(() -> assertThat(shelf.about("stale")).hasSize(2));
        assertThat(shelf.about("stale"))
                .extracting(Fact::id)
                .containsOnly(stale.outbox().getFirst().id());
        until(() -> assertThat(stored("stale").outbox()).isEmpty());
    }

    @Test
    void theFactsOfOneDocumentArriveInTheirOrder() {
        var book = new Book("ordered", "0");
        IntStream.range(0, 20).forEach(edition -> book.retitle("Édition " + edition, CLOCK));
        books.save(book);

        until(() -> assertThat(shelf.about("ordered")).hasSize(20));
        assertThat(shelf.about("ordered")).extracting(Fact::revision).isSorted();
    }

    @Test
    void twoVersionsOfAFactLiveSideBySideUntilTheFirstIsToldNoMore() {
        var catalogue = readers.getBean(Catalogue.class);
        var told = new Book("versions", "Les Données");

        // an owner of before the change, then one that tells both, then one that tells the second alone
        told = books.save(told.publish(CLOCK));
        until(() -> assertThat(copyOf("versions")).containsEntry("fr", "Les Données"));
        assertThat(copyOf("versions")).doesNotContainKey("en");

        told = books.save(told.publishInBothVersions("The Data", CLOCK));
        until(() -> assertThat(copyOf("versions")).containsEntry("revision", 2L).containsEntry("en", "The Data"));

        books.save(told.publishInTheSecondVersion("All the Data", CLOCK));
        until(() -> assertThat(copyOf("versions")).containsEntry("revision", 3L).containsEntry("en", "All the Data"));

        // a fact may come twice: it is heard in every version it was told in, and reacted to once
        until(() -> assertThat(shelf.about("versions"))
                .extracting(
                        fact -> fact.revision() + " as version " + fact.type().version())
                .contains("1 as version 1", "2 as version 1", "2 as version 2", "3 as version 2"));
        assertThat(catalogue.reactionsTo("versions")).containsExactly("versions 1", "versions 2", "versions 3");
    }

    @Test
    void aVersionNotHeardHereIsLeftAloneAndNotParked() {
        // as an instance of before an upgrade meets it on the queue it shares with one of after
        var later = new Book("later", "Un")
                .publish(CLOCK)
                .outbox()
                .getFirst()
                .json()
                .replace("book-published.v1", "book-published.v3");
        library.getBean(RabbitTemplate.class)
                .send(
                        "library.events",
                        "book-published.v1",
                        MessageBuilder.withBody(later.getBytes(StandardCharsets.UTF_8))
                                .build());
        books.save(new Book("after-later", "Deux").publish(CLOCK));

        until(() -> assertThat(shelf.has("after-later", 1)).isTrue());
        assertThat(shelf.about("later")).isEmpty();
        assertThat(parked.count(QUEUE)).isZero();
    }

    private org.bson.Document copyOf(String id) {
        var copy = readers.getBean(MongoTemplate.class).findById(id, org.bson.Document.class, Catalogue.COLLECTION);
        return copy == null ? new org.bson.Document() : copy;
    }

    @Test
    void factsSavedWhileTheBrokerIsAwayArriveOnceItIsBack() throws IOException {
        broker.stop();
        try (var startedWithout = applications.library()) {
            startedWithout.getBean(MongoTemplate.class).save(new Book("patient", "Un").publish(CLOCK));
            books.save(new Book("waiting", "Un").publish(CLOCK));
            until(() -> assertThat(healthOf(library)).isEqualTo("ATTENTION"));
            assertThat(stored("waiting").outbox()).hasSize(1);

            broker.startAgain();

            until(() -> assertThat(shelf.has("waiting", 1)).isTrue());
            until(() -> assertThat(shelf.has("patient", 1)).isTrue());
        }
        until(() -> assertThat(healthOf(library)).isEqualTo("UP"));
    }

    @Test
    void aPoisonMessageIsParkedWithItsCauseAndReplayed() {
        shelf.failWith(fact -> {
            if (fact.subject().equals("poison")) {
                throw new IllegalStateException("cannot digest this");
            }
        });
        books.save(new Book("poison", "Un").publish(CLOCK));
        books.save(new Book("wholesome", "Un").publish(CLOCK));

        until(() -> assertThat(parked.count(QUEUE)).isEqualTo(1));
        until(() -> assertThat(shelf.has("wholesome", 1)).isTrue());
        assertThat(parkedCause()).contains("IllegalStateException").contains("cannot digest this");

        shelf.recover();
        assertThat(parked.replay(QUEUE, 10)).isEqualTo(1);

        until(() -> assertThat(shelf.has("poison", 1)).isTrue());
        until(() -> assertThat(parked.count(QUEUE)).isZero());
    }

    @Test
    void aMessageThatFailsAgainIsMovedOnlyOnce() {
        shelf.failWith(fact -> {
            if (fact.subject().equals("stubborn")) {
                throw new IllegalStateException("still cannot digest this");
            }
        });
        books.save(new Book("stubborn", "Un").publish(CLOCK));
        until(() -> assertThat(parked.count(QUEUE)).isEqualTo(1));

        assertThat(parked.replay(QUEUE, 1_000)).isEqualTo(1);

        until(() -> assertThat(parked.count(QUEUE)).isEqualTo(1));
        shelf.recover();
        assertThat(parked.replay(QUEUE, 1_000)).isEqualTo(1);
        until(() -> assertThat(shelf.has("stubborn", 1)).isTrue());
    }

    @Test
    void anOperatorSeesAndReplaysWhatIsParked() throws Exception {
        shelf.failWith(fact -> {
            if (fact.subject().equals("seen")) {
                throw new IllegalStateException("cannot digest this either");
            }
        });
        books.save(new Book("seen", "Un").publish(CLOCK));
        until(() -> assertThat(parked.count(QUEUE)).isEqualTo(1));
        shelf.recover();
        try (var operated = applications.readers("server.port=0", "server.address=127.0.0.1");
                var http = HttpClient.newHttpClient()) {
            var parking = "http://127.0.0.1:%d/api/readers/admin/parked"
                    .formatted(((WebServerApplicationContext) operated)
                            .getWebServer()
                            .getPort());

            var overview = http.send(HttpRequest.newBuilder(URI.create(parking)).build(), BodyHandlers.ofString());
            assertThat(overview.body()).contains("\"queues\":{\"readers.library-events\":1}", "\"facts\":[]");

            var unknown = http.send(post(parking + "/replay?queue=search.jobs-events"), BodyHandlers.ofString());
            assertThat(unknown.statusCode()).isEqualTo(400);
            assertThat(unknown.body()).contains("urn:agora:problem:invalid");

            var replayed = http.send(post(parking + "/replay"), BodyHandlers.ofString());
            assertThat(replayed.body()).isEqualTo("{\"messages\":1,\"facts\":0}");
            until(() -> assertThat(parked.count(QUEUE)).isZero());
        }
    }

    private static HttpRequest post(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .POST(BodyPublishers.noBody())
                .build();
    }

    @Test
    void whatIsNoFactIsParkedAtOnce() {
        var send = library.getBean(RabbitTemplate.class);
        var unknown = new Book("unknown", "Un")
                .publish(CLOCK)
                .outbox()
                .getFirst()
                .json()
                .replace("book-published", "book-sold");
        for (var body : new String[] {"{", "[]", "{\"id\":\"1\"}", unknown}) {
            send.send(
                    "library.events",
                    "book-published.v1",
                    MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                            .build());
        }

        until(() -> assertThat(parked.count(QUEUE)).isEqualTo(4));
        assertThat(shelf.about("unknown")).isEmpty();
        readers.getBean(AmqpAdmin.class).purgeQueue(QUEUE + ".parked", false);
    }

    @Test
    void aDependencyThatIsAwayNeverParks() {
        shelf.failWith(fact -> {
            throw new DependencyUnavailable("the index is away");
        });
        IntStream.range(0, 5).forEach(i -> books.save(new Book("held-" + i, "Un").publish(CLOCK)));
        // five attempts' worth of back-off and more goes by: another fact would be parked long since
        until(() -> assertThat(stored("held-4").outbox()).isEmpty());
        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(parked.count(QUEUE)).isZero());

        shelf.recover();

        IntStream.range(0, 5)
                .forEach(i -> until(() -> assertThat(shelf.has("held-" + i, 1)).isTrue()));
        assertThat(parked.count(QUEUE)).isZero();
    }

    @Test
    void aFactTooLargeIsParkedInItsDocumentUntilItIsReleased() {
        var outgoing = library.getBean(ParkedMessages.class);
        books.save(new Book("large", "x".repeat(70_000)).publish(CLOCK));

        until(() -> assertThat(outgoing.facts(10)).hasSize(1));
        assertThat(outgoing.facts(10).getFirst().reason()).startsWith("too large");
        until(() -> assertThat(healthOf(library)).isEqualTo("ATTENTION"));
        assertThat(shelf.about("large")).isEmpty();

        try (var generous = applications.library("agora.messaging.outbox.largest-fact=1MB")) {
            library.getBean(OutboxRelay.class).stop();
            assertThat(generous.getBean(ParkedMessages.class).releaseFacts(10)).isEqualTo(1);
            until(() -> assertThat(shelf.has("large", 1)).isTrue());
            until(() -> assertThat(stored("large").outbox()).isEmpty());
        } finally {
            library.getBean(OutboxRelay.class).start();
        }
    }

    @Test
    void aFactWithoutAQueueStaysAndIsTriedAgain() {
        var admin = library.getBean(AmqpAdmin.class);
        var lost = new FactType("agora.library.book-lost.v1");
        var binding = library
                .getBean(ContractTopology.class)
                .declarables()
                .getDeclarablesByType(org.springframework.amqp.core.Binding.class)
                .stream()
                .filter(candidate -> candidate.getRoutingKey().equals(lost.routingKey()))
                .findFirst()
                .orElseThrow();
        admin.removeBinding(binding);
        var book = new Book("lost", "Un");
        book.nextRevision();
        book.announce(lost, "lost", new Book.View("lost", null), CLOCK);
        books.save(book);
        until(() -> assertThat(healthOf(library)).isEqualTo("ATTENTION"));
        assertThat(stored("lost").outbox()).hasSize(1);
        until(() -> assertThat(library.getBean(OutboxState.class).unroutable).hasPositiveValue());

        admin.declareBinding(binding);

        until(() -> assertThat(shelf.has("lost", 1)).isTrue());
        until(() -> assertThat(stored("lost").outbox()).isEmpty());
    }

    @Test
    void aReplayStreamsEverythingAndLeavesTheOutboxAlone() {
        IntStream.range(0, 450).forEach(i -> books.save(new Book("replayed-" + i, "Un").publish(CLOCK)));
        books.save(books.save(new Book("buried", "Un").publish(CLOCK)).withdraw(CLOCK));
        until(() -> assertThat(shelf.has("buried", 2)).isTrue());
        var everything = books.findAll(Book.class).stream()
                .filter(book -> book.revision() > 0)
                .count();
        var copy = new Shelf();

        var outcome = readers.getBean(Replays.class).request("library", "book", copy);

        assertThat(outcome.received()).isEqualTo(everything);
        assertThat(outcome.parked()).isZero();
        assertThat(copy.size()).isEqualTo((int) everything);
        assertThat(copy.about("buried")).singleElement().satisfies(fact -> {
            assertThat(fact.type()).isEqualTo(Book.WITHDRAWN);
            assertThat(fact.revision()).isEqualTo(2);
        });
    }

    @Test
    void aReplayNobodyAnswersFailsClearly() {
        var hasty = applications.readers("agora.messaging.replay.first-fact=1s");
        try (hasty) {
            library.getBean(Subscriptions.class).stop();

            assertThatThrownBy(() -> hasty.getBean(Replays.class).request("library", "book", new Shelf()))
                    .isInstanceOf(ReplayFailed.class)
                    .hasMessageContaining("library did not begin to send book within PT1S");
        } finally {
            library.getBean(Subscriptions.class).start();
        }
        // the request still waits in the owner's inbox: answering a queue that is gone must not hurt it
        assertThat(readers.getBean(Replays.class)
                        .request("library", "book", new Shelf())
                        .received())
                .isPositive();
    }

    @Test
    void twoRelaysAtOnceOnlyCauseDuplicates() {
        try (var second = applications.library()) {
            var elsewhere = second.getBean(MongoTemplate.class);
            IntStream.range(0, 60)
                    .forEach(i -> (i % 2 == 0 ? books : elsewhere).save(new Book("shared-" + i, "Un").publish(CLOCK)));

            IntStream.range(0, 60)
                    .forEach(i ->
                            until(() -> assertThat(shelf.has("shared-" + i, 1)).isTrue()));
            until(() -> assertThat(stored("shared-59").outbox()).isEmpty());
        }
    }

    private Book stored(String id) {
        var book = books.findById(id, Book.class);
        assertThat(book).isNotNull();
        return book;
    }

    private String parkedCause() {
        return readers.getBean(RabbitTemplate.class).execute(channel -> {
            var message = channel.basicGet(QUEUE + ".parked", false);
            channel.basicNack(message.getEnvelope().getDeliveryTag(), false, true);
            return String.valueOf(message.getProps().getHeaders().get(ParkedMessages.CAUSE));
        });
    }

    private static String healthOf(ConfigurableApplicationContext application) {
        return application
                .getBean("outboxHealthIndicator", HealthIndicator.class)
                .health()
                .getStatus()
                .getCode();
    }

    private static void until(org.awaitility.core.ThrowingRunnable condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(condition);
    }
}
