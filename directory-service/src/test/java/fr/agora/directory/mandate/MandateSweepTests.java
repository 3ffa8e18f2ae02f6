package fr.agora.directory.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import fr.agora.directory.member.MemberNetworks;
import fr.agora.directory.member.Members;
import fr.agora.directory.notice.Happening;
import fr.agora.directory.notice.Notice;
import fr.agora.directory.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** The end of a mandate, day by day. */
@DirectoryTest
class MandateSweepTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private MongoDatabaseFactory databases;

    @Autowired
    private Mandates mandates;

    @Autowired
    private Members members;

    @Autowired
    private MemberNetworks networks;

    @Autowired
    private MandateWords words;

    private final List<Notice> told = new ArrayList<>();

    @BeforeEach
    void aRelayUntilTheEndOfJune() throws Exception {
        World.in(mvc, store).imports("mandates", """
                {"id":"rel","role":"relais","membre_id":"m-monique","organisation_id":"ddt-07","debut":"2025-01-01","fin":"2046-06-30"}
                """);
    }

    @Test
    void theEndIsAnnouncedThreeTimesThenComes() {
        sweepOn("2046-05-30");
        assertThat(told).isEmpty();

        sweepOn("2046-05-31", "2046-05-31", "2046-06-02", "2046-06-15", "2046-06-16", "2046-06-29", "2046-06-30");
        assertThat(told).extracting(Notice::kind).containsExactly("MANDATE_ENDING", "MANDATE_ENDING", "MANDATE_ENDING");
        assertThat(told).allSatisfy(notice -> {
            assertThat(notice.recipients()).containsExactlyInAnyOrder("m-monique", "m-claire", "m-jean");
            assertThat(notice.text().fr()).contains("30 juin 2046").doesNotContain("Monique");
        });
        assertThat(members.find("m-monique").orElseThrow().networks()).contains("relays");

        sweepOn("2046-07-01", "2046-07-01", "2046-07-02");
        assertThat(told).hasSize(4).last().extracting(Notice::kind).isEqualTo("MANDATE_OVER");
        assertThat(mandates.find("rel").orElseThrow().standing()).isEqualTo(MandateState.ENDED);
        assertThat(members.find("m-monique").orElseThrow().networks()).isEmpty();
        assertThat(mandates.contacts(List.of("org/ddt-07"), LocalDate.parse("2046-07-01")))
                .isEmpty();
    }

    @Test
    void aFinderDoesNotWaitForTheSweep() {
        assertThat(mandates.contacts(List.of("org/ddt-07"), LocalDate.parse("2046-06-30")))
                .hasSize(1);
        assertThat(mandates.contacts(List.of("org/ddt-07"), LocalDate.parse("2046-07-01")))
                .isEmpty();
    }

    @Test
    void afterALongStopOneWordIsEnough() {
        sweepOn("2046-06-20");

        assertThat(told).hasSize(1);
        assertThat(told.getFirst().id()).contains("ending-15");
    }

    @Test
    void anOpenEndIsInForceForEver() {
        sweepOn("2090-01-01");

        assertThat(mandates.find("amdac-eco").orElseThrow().isInForce(LocalDate.parse("2090-01-01")))
                .isTrue();
    }

    private void sweepOn(String... days) {
        for (String day : days) {
            Clock clock = Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
            EndingNotices notices = new EndingNotices(new Listening(), mandates, words, clock);
            MandateSettling settling = new MandateSettling(mandates, networks, notices, clock);
            new MandateSweep(mandates, settling, databases, clock).settleDue();
        }
    }

    private final class Listening implements Notices {

        @Override
        public void tell(Notice notice) {
            told.add(notice);
        }

        @Override
        public void tell(Happening happening) {
            throw new AssertionError("Mandates tell members only");
        }
    }
}
