package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Whatever is sent, the answer is a problem that says what is wrong, never a failure. */
class BadInputTests extends RunningService {

    @ParameterizedTest(name = "{0} = {1} is refused at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "title; \"  \"; title",
                "title; 12; ",
                "title; [\"a\"]; title",
                "remoteDaysPerWeek; 6; remoteDaysPerWeek",
                "remoteDaysPerWeek; -1; remoteDaysPerWeek",
                "remoteDaysPerWeek; \"trois\"; remoteDaysPerWeek",
                "remoteDaysPerWeek; null; remoteDaysPerWeek",
                "validThrough; \"2026-11-22\"; validThrough",
                "validThrough; \"2036-11-22\"; validThrough",
                "validThrough; \"demain\"; validThrough",
                "validThrough; null; validThrough",
                "contractTypes; [\"MANDAT\"]; contractTypes[0]",
                "contractTypes; [null]; contractTypes[0]",
                "contractTypes; \"CDI\"; contractTypes",
                "territories; [\"DEP-999\"]; territories[0]",
                "territories; [\"COM-1\"]; territories[0]",
                "territories; [null]; territories[0]",
                "territories; [{\"label\":\"Rennes\"}]; territories[0].code",
                "jobFamily; \"astronaute\"; jobFamily",
                "seniority; \"VIEUX\"; seniority",
                "skills; [\"!!!\"]; skills[0]",
                "skills; [\"\"]; skills[0].code",
                "useCases; [\"inconnu\"]; useCases[0]",
                "salaryTo; -1; salaryTo",
                "salaryFrom; \"beaucoup\"; salaryFrom",
                "rome; \"M9999\"; rome",
                "rmfp; \"trop bas\"; rmfp",
                "category; \"D\"; category",
                "versant; \"FPX\"; versant",
                "labId; \"inconnu\"; labId",
                "contactMandateId; \"inconnu\"; contactMandateId",
                "requiredSkills; [\"!!!\"]; requiredSkills[0]",
                "description; \"Appelez le 06 12 34 56 78\"; description",
                "process; \"lea.martin@exemple.exemple\"; process",
                "visibility; \"NETWORK\"; visibility",
                "visibility; \"TOUS\"; visibility"
            })
    void aWrongFieldIsNamed(String property, String value, String field) throws Exception {
        MockHttpServletResponse answer = call(writes("/api/jobs/offers", RECRUITER, Bodies.with(property, value)));

        if (field == null) {
            assertThat(answer.getStatus()).isLessThan(500);
            return;
        }
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(body(answer).path("errors").findValuesAsString("field")).contains(field);
        assertThat(answer.getContentAsString()).doesNotContain("Exception").doesNotContain("{0}");
    }

    @Test
    void aSalaryThatEndsBelowItsStartIsRefusedWithBothEnds() throws Exception {
        MockHttpServletResponse answer = call(writes(
                "/api/jobs/offers",
                RECRUITER,
                Bodies.with("salaryFrom", "52000").replace("\"salaryFrom\"", "\"salaryTo\":42000,\"salaryFrom\"")));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer).path("errors").findValuesAsString("field")).containsExactly("salaryTo");
        assertThat(answer.getContentAsString().replaceAll("[^0-9<]", "")).contains("42000<52000");
    }

    @Test
    void allWrongFieldsAreSaidAtOnce() throws Exception {
        MockHttpServletResponse answer = call(writes("/api/jobs/offers", RECRUITER, "{}"));

        assertThat(body(answer).path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("title", "summary", "remoteDaysPerWeek", "validThrough");
    }

    @ParameterizedTest(name = "{0} characters of {1}")
    @CsvSource({"301, title", "1001, summary", "50001, description", "201, salaryText"})
    void aTextThatIsTooLongIsRefused(int length, String property) throws Exception {
        String text = "\"" + "a".repeat(length) + "\"";

        MockHttpServletResponse answer = call(writes("/api/jobs/offers", RECRUITER, Bodies.with(property, text)));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer).path("errors").findValuesAsString("field")).containsExactly(property);
        assertThat(body(answer)
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asString()
                        .replaceAll("\\D", ""))
                .isEqualTo(Integer.toString(length - 1));
    }

    @Test
    void anUnknownOrganisationIsRefusedAtItsField() throws Exception {
        MockHttpServletResponse answer =
                call(writes("/api/jobs/offers", ADMIN, Bodies.with("organizationId", "\"inconnue\"")));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(body(answer).path("errors").findValuesAsString("field")).containsExactly("organizationId");
    }

    @Test
    void malformedJsonAndHugeBodiesAreProblems() throws Exception {
        assertThat(call(writes("/api/jobs/offers", RECRUITER, "{\"title\":")).getStatus())
                .isEqualTo(400);
        assertThat(call(writes("/api/jobs/offers", RECRUITER, Bodies.with("remoteDaysPerWeek", "99999999999")))
                        .getStatus())
                .isBetween(400, 422);
        assertThat(call(writes("/api/jobs/offers", RECRUITER, "[1]")).getStatus())
                .isBetween(400, 422);
        assertThat(call(writes("/api/jobs/offers", RECRUITER, "null")).getStatus())
                .isBetween(400, 422);
        String huge = Bodies.with("description", "\"" + "a".repeat(5_000_000) + "\"");
        assertThat(call(writes("/api/jobs/offers", RECRUITER, huge)).getStatus())
                .isEqualTo(413);
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/api/jobs/offers?size=0, 400",
        "/api/jobs/offers?size=101, 400",
        "/api/jobs/offers?size=abc, 400",
        "/api/jobs/offers?cursor=%21%21, 400",
        "/api/jobs/offers?cursor=YR9i, 400",
        "/api/jobs/offers?minRemoteDays=9, 400",
        "/api/jobs/offers?minRemoteDays=x, 400",
        "/api/jobs/offers?mine=peut-etre, 400",
        "/api/jobs/offers?mine=true, 401",
        "/api/jobs/offers?q=%2E%2A%28%5B, 200",
        "/api/jobs/offers/absente, 404",
        "/api/jobs/rien, 401",
        "/offres?minRemoteDays=x, 400",
        "/offres?cursor=zzz, 400",
        "/offres/absente, 404"
    })
    void anOddAddressIsAnswered(String path, int status) throws Exception {
        assertThat(call(get(URI.create(path))).getStatus()).isEqualTo(status);
    }

    @Test
    void aForgedOrExpiredTokenIsRefused() throws Exception {
        assertThat(call(get("/api/jobs/offers").header("Authorization", "Bearer " + RECRUITER.forgedToken()))
                        .getStatus())
                .isEqualTo(401);
        assertThat(call(get("/api/jobs/offers")
                                .header("Authorization", RECRUITER.expired().bearer()))
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void whatIsReadMayBeSentBack() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        JsonNode read = body(call(reads("/api/jobs/offers/" + id)));

        MockHttpServletResponse answer = call(replaces("/api/jobs/offers/" + id, RECRUITER, read.toString()));

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        assertThat(body(answer)).isEqualTo(read);
    }
}
