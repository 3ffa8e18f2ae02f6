package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.OfferStep;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** What becomes of an offer once it is written. */
class OfferLifeTests extends RunningService {

    @Test
    void withReviewNothingIsSeenBeforeAModeratorAgrees() throws Exception {
        review.require(true);
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        assertThat(offer(id).status()).isEqualTo(OfferStatus.IN_REVIEW);
        assertThat(offer(id).outbox()).isEmpty();
        assertThat(call(reads("/api/jobs/offers/" + id)).getStatus()).isEqualTo(404);
        assertThat(body(call(reads("/api/jobs/reviews").header("Authorization", MODERATOR.bearer())))
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id);

        assertThat(does(MODERATOR, id, "refuse", "{\"reason\":\"Le titre ne dit pas le métier.\"}"))
                .isEqualTo(200);
        assertThat(page("/offres/" + id, RECRUITER)).contains("Motif", "Le titre ne dit pas le métier.");
        does(RECRUITER, id, "publish", "");
        assertThat(does(MODERATOR, id, "publish", "")).isEqualTo(200);

        assertThat(call(reads("/api/jobs/offers/" + id)).getStatus()).isEqualTo(200);
        call(replaces("/api/jobs/offers/" + id, RECRUITER, Bodies.with("title", "\"Un tout autre poste\"")));
        assertThat(call(reads("/api/jobs/offers/" + id)).getStatus()).isEqualTo(404);
        assertThat(offer(id).outbox())
                .extracting(OutboxEntry::type)
                .containsExactly("agora.jobs.offer-published.v1", "agora.jobs.offer-withdrawn.v1");
        assertThat(offer(id).outbox().toString()).doesNotContain("Un tout autre poste");
    }

    @Test
    void aSuspendedOfferIsHiddenUntilAModeratorPutsItBack() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(does(MODERATOR, id, "suspend", "{\"reason\":\"  \"}")).isEqualTo(422);
        assertThat(does(RECRUITER, id, "suspend", "{\"reason\":\"non\"}")).isEqualTo(403);
        assertThat(does(MODERATOR, id, "suspend", "{\"reason\":\"Salaire trompeur\"}"))
                .isEqualTo(200);

        assertThat(call(reads("/offres/" + id)).getStatus()).isEqualTo(404);
        assertThat(problem(RECRUITER, id, "publish")).isEqualTo("409 offer-suspended");
        assertThat(problem(RECRUITER, id, "withdraw")).isEqualTo("409 offer-suspended");
        assertThat(page("/offres/" + id, RECRUITER)).contains("Salaire trompeur", "suspendue par la modération");
        assertThat(does(MODERATOR, id, "publish", "")).isEqualTo(200);
        assertThat(call(reads("/offres/" + id)).getStatus()).isEqualTo(200);
        offer(id).outbox().forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void aFilledOfferLeavesAPageThatLeadsToSimilarOnes() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String near = published(RECRUITER, Bodies.with("title", "\"Data scientist au climat\""));
        String inside = published(RECRUITER, Bodies.with("visibility", "\"AGENTS\""));
        String far = published(
                RECRUITER,
                Bodies.with("title", "\"Acheteuse\"")
                        .replace("data-scientist", "finances-achats")
                        .replace("[\"python\",\"Cartographie des haies\"]", "[]")
                        .replace("\"DEP-75\",{\"code\":\"COM-35238\",\"label\":\"Rennes\"}", "\"DEP-974\""));

        assertThat(does(RECRUITER, id, "fill", "")).isEqualTo(200);

        MockHttpServletResponse gone = call(get("/offres/" + id));
        assertThat(gone.getStatus()).isEqualTo(410);
        assertThat(gone.getContentAsString())
                .contains("Ce poste est pourvu", "/offres/" + near)
                .doesNotContain("/offres/" + inside, "/offres/" + far);
        assertThat(call(get("/offres/" + id).header("Authorization", MEMBER.bearer()))
                        .getContentAsString())
                .contains("/offres/" + inside);
        MockHttpServletResponse api = call(reads("/api/jobs/offers/" + id));
        assertThat(api.getStatus()).isEqualTo(410);
        assertThat(body(api).path("type").asString()).isEqualTo("urn:agora:problem:offer-closed");
        assertThat(offer(id).outbox().getLast().type()).isEqualTo("agora.jobs.offer-withdrawn.v1");
        assertThat(page("/offres/" + id, RECRUITER)).contains("Cette offre est pourvue");
    }

    @Test
    void whatAnAgentAloneCouldReadIsNeverSaidToHaveBeenThere() throws Exception {
        String id = published(RECRUITER, Bodies.with("visibility", "\"AGENTS\""));
        does(RECRUITER, id, "fill", "");

        assertThat(call(get("/offres/" + id)).getStatus()).isEqualTo(404);
        assertThat(call(get("/offres/" + id).header("Authorization", MEMBER.bearer()))
                        .getStatus())
                .isEqualTo(410);
    }

    @Test
    void anOfferThatIsOverIsExtendedAndThenArchived() throws Exception {
        String id = published(RECRUITER, Bodies.with("validThrough", "\"2026-11-30\""));
        clock.advance(Duration.ofDays(10));
        assertThat(call(get("/offres/" + id)).getStatus()).isEqualTo(410);

        assertThat(does(RECRUITER, id, "extend", "{\"validThrough\":\"2026-11-20\"}"))
                .isEqualTo(422);
        assertThat(does(RECRUITER, id, "extend", "{}")).isEqualTo(422);
        assertThat(does(RECRUITER, id, "extend", "{\"validThrough\":\"2027-01-15\"}"))
                .isEqualTo(200);
        assertThat(call(get("/offres/" + id)).getStatus()).isEqualTo(200);
        assertThat(offer(id).outbox().getLast().json()).contains("\"validThrough\":\"2027-01-15\"");

        assertThat(problem(RECRUITER, id, "archive")).isEqualTo("409 offer-still-open");
        does(RECRUITER, id, "fill", "");
        does(RECRUITER, id, "extend", "{\"validThrough\":\"2027-02-15\"}");
        assertThat(offer(id).status()).isEqualTo(OfferStatus.PUBLISHED);
        does(RECRUITER, id, "fill", "");
        assertThat(does(RECRUITER, id, "archive", "")).isEqualTo(200);
        assertThat(call(get("/offres/" + id)).getStatus()).isEqualTo(410);
        assertThat(offer(id).history())
                .extracting(OfferStep::status)
                .containsExactly(
                        OfferStatus.PUBLISHED,
                        OfferStatus.FILLED,
                        OfferStatus.PUBLISHED,
                        OfferStatus.FILLED,
                        OfferStatus.ARCHIVED);
    }

    @Test
    void aCopyIsADraftOfItsOwn() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        MockHttpServletResponse copied = call(writes("/api/jobs/offers/" + id + "/duplicate", RECRUITER, ""));

        JsonNode copy = body(copied);
        assertThat(copied.getStatus()).isEqualTo(201);
        assertThat(copy.path("id").asString()).isNotEqualTo(id);
        assertThat(copy.path("status").asString()).isEqualTo("DRAFT");
        assertThat(copy.path("title").asString()).isEqualTo("Data scientist télétravail");
        assertThat(does(OTHER_RECRUITER, id, "duplicate", "")).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"fill", "archive", "duplicate"})
    void nobodyClosesAnOfferThatIsNotTheirs(String action) throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(does(OTHER_RECRUITER, id, action, "")).isEqualTo(403);
        assertThat(does(MODERATOR, id, action, "")).isEqualTo(403);
        assertThat(offer(id).status()).isEqualTo(OfferStatus.PUBLISHED);
    }

    @Test
    void theDeskFindsAnOfferAndClosesItWithTwoClicks() throws Exception {
        String wanted = published(RECRUITER, Bodies.with("title", "\"Géomaticienne des haies\""));
        published(RECRUITER, Bodies.DATA_SCIENTIST);
        draft(RECRUITER, Bodies.with("title", "\"Géomaticien au brouillon\""));

        String desk = page("/offres/mes-offres?q=geomaticien&statut=PUBLISHED", RECRUITER);
        assertThat(desk)
                .contains("/offres/" + wanted + "/pourvoir")
                .doesNotContain("Data scientist télétravail", "au brouillon");
        MockHttpServletResponse filled = call(post("/offres/" + wanted + "/pourvoir")
                .header("Authorization", RECRUITER.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("from", "desk"));

        assertThat(filled.getHeader("Location")).isEqualTo("/offres/mes-offres?fait=pourvue");
        assertThat(offer(wanted).status()).isEqualTo(OfferStatus.FILLED);
        assertThat(page("/offres/mes-offres?statut=FILLED", RECRUITER)).contains("Pourvue", "Archiver", "Prolonger");
    }

    private int does(JwtFixture user, String id, String action, String body) throws Exception {
        return call(writes("/api/jobs/offers/" + id + "/" + action, user, body)).getStatus();
    }

    private String problem(JwtFixture user, String id, String action) throws Exception {
        MockHttpServletResponse answer = call(writes("/api/jobs/offers/" + id + "/" + action, user, ""));
        return answer.getStatus() + " " + body(answer).path("type").asString().replace("urn:agora:problem:", "");
    }

    private String page(String path, JwtFixture reader) throws Exception {
        MockHttpServletResponse answer = call(get(path).header("Authorization", reader.bearer()));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private Offer offer(String id) {
        return Objects.requireNonNull(store.findById(id, Offer.class));
    }
}
