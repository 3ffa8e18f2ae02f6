package fr.agora.directory.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

@DirectoryTest
@RecordApplicationEvents
class MemberUpkeepTests {

    private static final String AMINA = JwtFixture.member("amina").bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Members members;

    @Autowired
    private MemberUpkeep upkeep;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEvents events;

    private Profiles profiles;
    private String amina;

    @BeforeEach
    void aProfile() throws Exception {
        store.remove(new Query(), Member.class);
        profiles = new Profiles(mvc);
        amina = profiles.published(AMINA, "{\"displayName\":\"Amina Diallo\"}");
    }

    @Test
    void aProfileLeftForAYearIsFlaggedAndItsMandatesStay() throws Exception {
        left(380);

        upkeep.remind();

        assertThat(profiles.read(
                        "/annuaire/membres/" + amina, JwtFixture.member("lucas").bearer()))
                .contains("Fiche non confirmée depuis un an");
        assertThat(events.stream(ProfileStale.class)).isEmpty();
        assertThat(members.find(amina).orElseThrow().remindedOf()).isEqualTo(Freshness.STALE);
    }

    @Test
    void aProfileLeftForEighteenMonthsPutsItsMandatesToRestOnceUntilItIsConfirmed() throws Exception {
        left(600);

        upkeep.remind();
        upkeep.remind();
        assertThat(events.stream(ProfileStale.class)).containsExactly(new ProfileStale(amina));

        mvc.perform(post("/moi/confirmer")
                        .header("Authorization", AMINA)
                        .header("X-Agora-Csrf", "jeton")
                        .param("_csrf", "jeton"))
                .andExpect(status().isFound());
        assertThat(events.stream(ProfileConfirmed.class)).containsExactly(new ProfileConfirmed(amina));
        assertThat(profiles.json(Profiles.PATH + "/" + amina, AMINA)
                        .path("stale")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void nobodyStandsByAnotherPersonsProfile() throws Exception {
        for (String other : new String[] {
            JwtFixture.member("lucas").bearer(),
            JwtFixture.member("root").with(Role.ADMIN).bearer()
        }) {
            mvc.perform(post(Profiles.PATH + "/" + amina + "/confirm").header("Authorization", other))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void aProfileKeptBeforeMarksIsFoundAgain() throws Exception {
        store.updateFirst(
                new Query(),
                new org.springframework.data.mongodb.core.query.Update()
                        .unset("marks")
                        .unset("ranks")
                        .unset("confirmedAt"),
                Member.class);
        String reader = JwtFixture.member("lucas").bearer();
        assertThat(profiles.json(Profiles.PATH + "?q=amina", reader).path("items"))
                .isEmpty();

        upkeep.mend();

        assertThat(profiles.json(Profiles.PATH + "?q=amina", reader).path("items"))
                .hasSize(1);
    }

    private void left(int days) {
        Member member = members.find(amina).orElseThrow();
        member.confirmedOn(clock.instant().minus(Duration.ofDays(days)));
        members.save(member);
    }
}
