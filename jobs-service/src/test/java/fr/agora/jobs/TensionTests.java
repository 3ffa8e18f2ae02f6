package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.agora.platform.security.JwtFixture;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** How hard offers are to fill, as the filière RH and a ministry's data officer see it. */
class TensionTests extends RunningService {

    private static final JwtFixture HR = JwtFixture.member("compte-rachid").of("dinum");
    private static final JwtFixture DATA_OFFICER =
            JwtFixture.member("compte-claire").of("insee");

    @Test
    void daysOpenAndUnfilledAtSixtyDaysAreCountedByFamily() throws Exception {
        String filled = published(RECRUITER, lasting("data-engineer"));
        String open = published(RECRUITER, lasting("data-engineer"));
        applied("ap-1", open, "RECEIVED");
        applied("ap-2", open, "SHORTLISTED");
        applied("ap-3", open, "WITHDRAWN");
        applied("ap-4", filled, "RECEIVED");
        published(RECRUITER, lasting("data-scientist"));
        clock.advance(Duration.ofDays(40));
        call(writes("/api/jobs/offers/" + filled + "/fill", RECRUITER, ""));
        published(RECRUITER, lasting("data-scientist"));
        clock.advance(Duration.ofDays(30));

        JsonNode board = body(call(asked("/api/jobs/tension", MODERATOR)));

        JsonNode engineers = family(board, "data-engineer");
        assertThat(engineers.path("open").asLong()).isEqualTo(1);
        assertThat(engineers.path("medianDays").asLong()).isEqualTo(70);
        assertThat(engineers.path("late").asLong()).isEqualTo(1);
        assertThat(engineers.path("applications").asLong()).isEqualTo(2);
        assertThat(List.of(
                        engineers.path("mature").asLong(),
                        engineers.path("unfilled").asLong()))
                .containsExactly(2L, 1L);
        JsonNode scientists = family(board, "data-scientist");
        assertThat(scientists.path("open").asLong()).isEqualTo(2);
        assertThat(scientists.path("medianDays").asLong()).isEqualTo(50);
        assertThat(List.of(
                        scientists.path("mature").asLong(),
                        scientists.path("unfilled").asLong()))
                .containsExactly(1L, 1L);
        assertThat(call(asked("/recrutement/tension", MODERATOR)).getContentAsString())
                .contains(
                        "<svg", "Candidatures par offre", "Ingénierie des données", "50\u00a0%", "100\u00a0%", "70 j");
    }

    @Test
    void theHrNetworkSeesAllAndADataOfficerTheirMinistryAlone() throws Exception {
        published(RECRUITER, lasting("data-engineer"));
        assertThat(call(asked("/recrutement/tension", HR)).getStatus()).isEqualTo(403);

        String asked = body(call(writes(
                        "/api/jobs/recruiter-mandates", HR, "{\"kind\":\"HR_NETWORK\",\"reason\":\"Filière RH\"}")))
                .path("id")
                .asString();
        call(writes("/api/jobs/recruiter-mandates/" + asked + "/grant", MODERATOR, "{}"));
        hears("agora.directory.mandate-published.v1", "md-claire", 1, """
                {"id":"md-claire","role":"AMDAC","organization":{"id":"autre-ministere","name":"Un autre ministère"},
                 "state":"ACTIVE","startsOn":"2026-01-01","holder":{"accountId":"compte-claire"},
                 "url":"/contact-donnees/md-claire"}""");

        assertThat(body(call(asked("/api/jobs/tension", HR))).path("families")).hasSize(1);
        assertThat(body(call(asked("/api/jobs/tension?boards=true", DATA_OFFICER)))
                        .path("families"))
                .isEmpty();
        hears("agora.directory.mandate-published.v1", "md-claire", 2, """
                {"id":"md-claire","role":"AMDAC","organization":{"id":"premier-ministre","name":"Premier ministre"},
                 "state":"ACTIVE","startsOn":"2026-01-01","holder":{"accountId":"compte-claire"},
                 "url":"/contact-donnees/md-claire"}""");
        assertThat(body(call(asked("/api/jobs/tension", DATA_OFFICER))).path("families"))
                .hasSize(1);
    }

    @Test
    void theCsvNamesTheOpenOffersAndHoldsNoFormula() throws Exception {
        published(RECRUITER, Bodies.with("title", "\"=HYPERLINK(1) data\""));
        String gone = published(RECRUITER, Bodies.with("title", "\"Déjà pourvue\""));
        call(writes("/api/jobs/offers/" + gone + "/fill", RECRUITER, ""));

        MockHttpServletResponse csv = call(asked("/recrutement/tension.csv", MODERATOR));

        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getContentAsString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("\"Intitulé\",\"Métier\"");
        assertThat(csv.getContentAsString())
                .contains("\"'=HYPERLINK(1) data\"", "\"2026-11-23\"", "\"0\"")
                .doesNotContain("Déjà pourvue");
    }

    private void applied(String id, String offer, String stage) {
        store.getCollection("applications")
                .insertOne(new Document("_id", id)
                        .append("offerId", offer)
                        .append("stage", stage)
                        .append("outbox", List.of()));
    }

    private static String lasting(String family) {
        return Bodies.with("jobFamily", "\"" + family + "\"").replace("2026-12-31", "2027-11-01");
    }

    private static JsonNode family(JsonNode board, String code) {
        return board.path("families")
                .valueStream()
                .filter(each -> each.path("family").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder asked(
            String path, JwtFixture reader) {
        return get(path).header("Authorization", reader.bearer());
    }
}
