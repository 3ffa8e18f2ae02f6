package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.reuse.Reuse;
import fr.agora.projects.reuse.ReuseState;
import fr.agora.projects.usecase.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Reuses that were known before the platform was, in a file. Today is 23 November 2026. */
class ReuseImportTests extends RunningService {

    private static final String LINE = """
            {"id":"r1","source":"essai","cas_usage":"compter-les-haies","organisation_id":"insee","depuis":"2024-01-15",\
            "contexte":"Le même comptage, ailleurs.","contact":"Bureau des données","declaree_le":"2024-02-01",\
            "confirmee_le":"2026-03-01"}""";

    private String useCase;

    @BeforeEach
    void aUseCaseAndAnotherAdministration() throws Exception {
        hears(Neighbours.ORGANIZATION, "insee", 1, Neighbours.organization("insee", "economie"));
        useCase = published(AUTHOR, Bodies.HEDGES);
    }

    @Test
    void aConfirmedOneCountsFromTheDayItWasConfirmed() throws Exception {
        assertThat(outcomes(LINE)).containsExactly("created");

        Reuse reuse = only();
        assertThat(reuse.state()).isEqualTo(ReuseState.CONFIRMED);
        assertThat(reuse.dueOn()).isEqualTo("2027-03-01");
        assertThat(count()).isEqualTo(1);
        assertThat(reuse.outbox()).as("nobody is written to about the past").isEmpty();
    }

    @Test
    void theSameFileAgainChangesAndTellsNothing() throws Exception {
        outcomes(LINE);
        long revision = stored().revision();

        assertThat(outcomes(LINE)).containsExactly("unchanged");

        assertThat(only().history()).hasSize(2);
        assertThat(stored().revision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-24, CONFIRMED, 1",
        "2025-11-23, TO_RECONFIRM, 0",
        "2025-08-24, TO_RECONFIRM, 0",
        "2025-08-23, EXPIRED, 0"
    })
    void anOldConfirmationHasAgedAsItWouldHaveHere(LocalDate confirmed, ReuseState state, int count) throws Exception {
        outcomes(LINE.replace("2026-03-01", confirmed.toString()));

        assertThat(only().state()).isEqualTo(state);
        assertThat(count()).isEqualTo(count);
    }

    @Test
    void aLaterConfirmationRenewsItAndAnEarlierOneSaysNothing() throws Exception {
        outcomes(LINE.replace("2026-03-01", "2025-01-01"));

        assertThat(outcomes(LINE)).containsExactly("updated");
        assertThat(outcomes(LINE.replace("2026-03-01", "2026-02-01"))).containsExactly("unchanged");

        assertThat(only().state()).isEqualTo(ReuseState.CONFIRMED);
        assertThat(only().confirmedOn()).isEqualTo("2026-03-01");
    }

    @Test
    void oneThatNobodyConfirmedWaitsForItsDataOfficer() throws Exception {
        JwtFixture officer = JwtFixture.member("compte-noe");
        hears(
                Neighbours.MANDATE,
                "md-amdac",
                1,
                Neighbours.mandate("md-amdac", "AMDAC", "economie", "economie", "compte-noe"));
        outcomes(LINE.replace(",\"confirmee_le\":\"2026-03-01\"", ""));

        String id = only().id();
        assertThat(body(call(reads("/api/projects/reuses/to-confirm").header("Authorization", officer.bearer())))
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id);
        assertThat(call(writes("/api/projects/reuses/" + id + "/confirm", officer, ""))
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "compter-les-haies, absent, cas_usage",
        "insee, absente, organisation_id",
        "2024-01-15, 2028-01-01, depuis",
        "2026-03-01, 2028-01-01, confirmee_le",
        "2026-03-01, 2024-01-31, confirmee_le",
        "Bureau des données, ada@direction.exemple, contact",
        "'\"depuis\"', '\"briques\":[\"autre\"],\"depuis\"', briques"
    })
    void aWrongLineNamesItsColumnAndIsNotKept(String right, String wrong, String column) throws Exception {
        JsonNode report = report(LINE.replace(right, wrong)).getFirst();

        assertThat(report.path("outcome").asString()).isEqualTo("refused");
        assertThat(report.at("/reasons/0/field").asString()).isEqualTo(column);
        assertThat(report.at("/reasons/0/message").asString()).isNotEmpty().doesNotContain("field.", "reuse.");
        assertThat(store.count(new Query(), "reuses")).isZero();
    }

    @Test
    void whoCarriesAUseCaseReusesItInNoFileEither() throws Exception {
        assertThat(outcomes(LINE.replace("insee", "dinum"))).containsExactly("refused");
        assertThat(outcomes(LINE, LINE.replace("\"r1\"", "\"r2\""))).containsExactly("created", "refused");
    }

    private List<String> outcomes(String... lines) throws Exception {
        List<JsonNode> report = report(lines);
        long unchanged = report.getLast().at("/summary/unchanged").asLong();
        return java.util.stream.Stream.concat(
                        report.stream()
                                .filter(row -> row.has("line"))
                                .map(row -> row.path("outcome").asString()),
                        java.util.stream.Stream.generate(() -> "unchanged").limit(unchanged))
                .toList();
    }

    private List<JsonNode> report(String... lines) throws Exception {
        MockHttpServletResponse answer = call(post("/api/projects/imports/reuses")
                .header("Authorization", ADMIN.bearer())
                .contentType("application/x-ndjson")
                .content(String.join("\n", lines)));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(json::readTree)
                .toList();
    }

    private Reuse only() {
        return Objects.requireNonNull(store.findOne(new Query(), Reuse.class));
    }

    private int count() {
        return stored().recognition().reuseCount();
    }

    private UseCase stored() {
        return Objects.requireNonNull(store.findById(useCase, UseCase.class));
    }
}
