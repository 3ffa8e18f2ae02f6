package fr.agora.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import fr.agora.local.store.WireStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTests {

    private final WireStore store = WireStore.inMemory();
    private final MongoClient client = MongoClients.create(store.uri("agora_gateway"));
    private final MongoCollection<Document> documents =
            client.getDatabase("agora_gateway").getCollection("sessions");
    private final Hands clock = new Hands();
    private final SessionTimes times =
            new SessionTimes(Duration.ofHours(2), Duration.ofHours(10), Duration.ofMinutes(15));
    private final Sessions sessions = new Sessions(documents, times, clock);

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void theStoreNeverHoldsWhatTheCookieHolds() {
        StoredSession session = loggedIn();

        assertThat(documents.find().first().toJson()).doesNotContain(session.getId());
        assertThat(sessions.visitor(session.getId())).isNotNull();
    }

    @Test
    void anIdHoldsTwoHundredAndFiftySixRandomBits() {
        List<BitSet> ids = Stream.generate(() -> sessions.createSession())
                .limit(2_000)
                .map(session -> Base64.getUrlDecoder().decode(session.changeSessionId()))
                .peek(id -> assertThat(id).hasSize(32))
                .map(BitSet::valueOf)
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        // of 2000 throws of a coin, fewer than 800 or more than 1200 heads are not seen in the life of the world
        assertThat(IntStream.range(0, 256))
                .allSatisfy(
                        bit -> assertThat(ids.stream().filter(id -> id.get(bit)).count())
                                .isBetween(800L, 1_200L));
    }

    @Test
    void anIdleSessionEnds() {
        StoredSession session = loggedIn();

        clock.advance(Duration.ofMinutes(119));
        assertThat(sessions.visitor(session.getId())).isNotNull();
        clock.advance(Duration.ofMinutes(119));
        assertThat(sessions.visitor(session.getId())).isNotNull();
        clock.advance(Duration.ofMinutes(121));
        assertThat(sessions.visitor(session.getId())).isNull();
    }

    @Test
    void aBusySessionEndsToo() {
        StoredSession session = loggedIn();

        for (int hour = 1; hour < 10; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(sessions.visitor(session.getId())).isNotNull();
        }
        clock.advance(Duration.ofHours(1));

        assertThat(sessions.visitor(session.getId())).isNull();
    }

    @Test
    void whoOnlyStandsBeforeTheLoginPageIsForgottenSoon() {
        StoredSession session = sessions.createSession();
        sessions.save(session);

        assertThat(sessions.visitor(session.getId())).isNull();
        clock.advance(Duration.ofMinutes(16));

        assertThat(sessions.findById(session.getId())).isNull();
        assertThat(sessions.sweep()).isEqualTo(1);
        assertThat(documents.countDocuments()).isZero();
    }

    @Test
    void aChangedIdLeavesNothingUnderTheOldOne() {
        StoredSession session = sessions.createSession();
        session.setAttribute("agora.return-path", "/offres");
        sessions.save(session);
        String before = session.getId();
        StoredSession read = sessions.findById(before);

        read.changeSessionId();
        sessions.save(read);

        assertThat(sessions.findById(before)).isNull();
        String path = sessions.findById(read.getId()).getAttribute("agora.return-path");
        assertThat(path).isEqualTo("/offres");
    }

    @Test
    void anEndedSessionIsNotBroughtBackByALateRenewal() {
        StoredSession session = loggedIn();
        String key = sessions.visitor(session.getId()).key();

        sessions.endOfKeycloakSession("sid");
        sessions.renew(key, new Credentials("late", clock.instant(), null, null));

        assertThat(documents.countDocuments()).isZero();
    }

    @Test
    void whatIsKeptForALogoutIsFoundOnceAndForAMinute() {
        String ticket = sessions.keepForLogout("an-identity-token");
        assertThat(documents.find().first().toJson()).doesNotContain(ticket);
        assertThat(sessions.visitor(ticket)).isNull();
        assertThat(sessions.findById(ticket)).isNull();

        assertThat(sessions.takeForLogout(ticket)).isEqualTo("an-identity-token");
        assertThat(sessions.takeForLogout(ticket)).isNull();

        String late = sessions.keepForLogout("an-identity-token");
        clock.advance(Duration.ofSeconds(61));
        assertThat(sessions.takeForLogout(late)).isNull();
        assertThat(sessions.sweep()).isEqualTo(1);
    }

    private StoredSession loggedIn() {
        StoredSession session = sessions.createSession();
        Credentials credentials = new Credentials("access", clock.instant().plusSeconds(300), "refresh", "id");
        session.setAttribute(LoggedIn.ATTRIBUTE, new LoggedIn("nora", "sid", credentials));
        sessions.save(session);
        return session;
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
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
