package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.jobs.relay.Referral;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever is recommended decides, and nobody is told of them before. */
class ReferralTests extends RunningService {

    private static final JwtFixture INES = new JwtFixture(
            "compte-ines", null, List.of(), java.time.Instant.now().plusSeconds(600));

    @Test
    void aMemberOfTheDirectoryIsToldThroughIt() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);

        refer(offer, "http://localhost:8080/annuaire/membres/m-ines-berrada", "Elle a bâti notre entrepôt.");

        OutboxEntry told = only().outbox().getLast();
        assertThatFact(told).matchesItsContract();
        assertThat(told.json())
                .contains("\"memberId\":\"m-ines-berrada\"", "/offres/recommandation/" + only().code())
                .doesNotContain("entrepôt", "Nour", "compte-nour");
        assertThat(call(shows("/offres/" + offer + "/relayer", MEMBER)).getContentAsString())
                .contains("En attente de sa réponse")
                .doesNotContain("http://localhost:8080" + only().url());
    }

    @Test
    void anybodyElseGetsALinkThatTheReferrerHandsOn() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);

        refer(offer, "", "Elle a bâti notre entrepôt.");

        assertThat(only().outbox()).isEmpty();
        assertThat(call(shows("/offres/" + offer + "/relayer", MEMBER)).getContentAsString())
                .contains("http://localhost:8080" + only().url());
        String page = call(shows(only().url(), null)).getContentAsString();
        assertThat(page).contains("Nom de compte-nour vous recommande", "Se connecter pour répondre");
    }

    @Test
    void thePersonConsentsThenTheRecruiterIsTold() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        refer(offer, "", null);
        assertThat(only().name()).isNull();

        MockHttpServletResponse accepted = call(presses(only().url() + "/accepter", INES));

        assertThat(accepted.getHeader("Location")).isEqualTo(only().url() + "?fait=recommandation-acceptee");
        assertThat(only().name()).isEqualTo("Nom de compte-ines");
        assertThat(only().outbox())
                .hasSize(2)
                .allSatisfy(fact -> assertThatFact(fact).matchesItsContract())
                .allSatisfy(fact -> assertThat(fact.json()).doesNotContain("ines"));
        assertThat(only().outbox().getFirst().json()).contains("\"accountId\":\"compte-lea\"");
        assertThat(call(shows(only().url(), INES)).getContentAsString()).contains("Retirer mon accord");
        assertThat(call(shows("/offres/" + offer + "/relayer", MEMBER)).getContentAsString())
                .contains("Acceptée")
                .doesNotContain("compte-ines");
    }

    @Test
    void aConsentIsTakenBackAsEasilyAsItWasGiven() throws Exception {
        refer(published(RECRUITER, Bodies.DATA_SCIENTIST), "", "Un mot");
        call(presses(only().url() + "/accepter", INES));

        call(presses(only().url() + "/refuser", INES));

        assertThat(only().state()).isEqualTo(Referral.State.DECLINED);
        assertThat(only().outbox()).isEmpty();
        assertThat(store.getCollection("referrals").find().first().toJson()).doesNotContain("ines", "Un mot");
    }

    @Test
    void aRecommendationIsAnsweredOnceAndForThirtyDays() throws Exception {
        refer(published(RECRUITER, Bodies.with("validThrough", "\"2027-03-31\"")), "", null);
        call(presses(only().url() + "/accepter", INES));
        assertThat(call(presses(only().url() + "/accepter", OTHER_RECRUITER)).getStatus())
                .isEqualTo(410);

        store.remove(new Query(), Referral.class);
        refer(published(RECRUITER, Bodies.with("validThrough", "\"2027-03-31\"")), "", null);
        clock.advance(Duration.ofDays(31));

        assertThat(call(presses(only().url() + "/accepter", INES)).getStatus()).isEqualTo(410);
        assertThat(call(shows(only().url(), INES)).getContentAsString()).contains("n’attend plus de réponse");
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource({"appelez le 06 12 34 56 78, note", "ecrivez a ines@exemple.exemple, note"})
    void nobodysAddressIsTakenIn(String note, String field) throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);

        MockHttpServletResponse answer = call(presses("/offres/" + offer + "/recommander", MEMBER)
                .param("note", note)
                .param("profile", ""));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("champ-" + field, note);
        assertThat(call(presses("/offres/" + offer + "/recommander", MEMBER).param("profile", "Inès Berrada"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(store.count(new Query(), Referral.class)).isZero();
    }

    @Test
    void nobodyIsFloodedWithRecommendations() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        for (int i = 0; i < 10; i++) {
            refer(offer, "m-ines", null);
        }

        assertThat(call(presses("/offres/" + offer + "/recommander", MEMBER)).getStatus())
                .isEqualTo(429);
    }

    @Test
    void anErasedPersonIsNoLongerRecommendedNorRecommending() throws Exception {
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);
        refer(offer, "m-ines", null);
        hears("agora.directory.member-erased.v1", "m-ines", 9, "{\"id\":\"m-ines\",\"accountId\":\"compte-ines\"}");
        assertThat(store.count(new Query(), Referral.class)).isZero();

        refer(offer, "", "Un mot");
        call(presses(only().url() + "/accepter", INES));
        hears("agora.directory.member-erased.v1", "m-nour", 9, "{\"id\":\"m-nour\",\"accountId\":\"compte-nour\"}");

        assertThat(store.getCollection("referrals").find().first().toJson()).doesNotContain("nour", "Un mot");
        assertThat(only().name()).isEqualTo("Nom de compte-ines");
    }

    private void refer(String offer, String profile, @Nullable String note) throws Exception {
        var asked = presses("/offres/" + offer + "/recommander", MEMBER).param("profile", profile);
        MockHttpServletResponse answer = call(note == null ? asked : asked.param("note", note));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    }

    private Referral only() {
        return store.findAll(Referral.class).getFirst();
    }
}
