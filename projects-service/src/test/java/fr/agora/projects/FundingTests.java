package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The funding window: what it may give, what it gave, and who is told of it. */
class FundingTests extends RunningService {

    private static final String GRANTS = "/api/projects/funding/grants";
    private static final String BOARD = "/api/projects/funding/board";

    @BeforeEach
    void noGrant() {
        store.remove(new Query(), "funding_grants");
    }

    @ParameterizedTest
    @CsvSource({
        "300000, STATE_ADMINISTRATION, true, 150000",
        "1000000, STATE_OPERATOR, true, 500000",
        "1200000, STATE_ADMINISTRATION, true, 500000",
        "1, STATE_ADMINISTRATION, true, 0",
        "300000, LOCAL_AUTHORITY, false, 0"
    })
    void theSimulatorGivesHalfOfTheBudgetUpToTheCeilingAndNothingToACommune(
            long budget, String applicant, boolean eligible, long amount) throws Exception {
        JsonNode answer =
                body(call(reads("/api/projects/funding/simulation?budget=" + budget + "&applicant=" + applicant)));

        assertThat(answer.path("eligible").asBoolean()).isEqualTo(eligible);
        assertThat(answer.path("amount").asLong()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "1000000001"})
    void aBudgetOutOfBoundsIsAFieldToCorrect(long budget) throws Exception {
        MockHttpServletResponse refused =
                call(reads("/api/projects/funding/simulation?budget=" + budget + "&applicant=STATE_ADMINISTRATION"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field")).containsExactly("budget");
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 300000, 150001, share",
        "2026, 2000000, 500001, share",
        "2026, 0, 1, totalBudget",
        "2026, -300000, 1, totalBudget",
        "2026, 300000, -1, share",
        "2027, 300000, 150000, year",
        "1999, 300000, 150000, year"
    })
    void aGrantAboveEitherLimitIsRefusedAndNothingIsKept(int year, long budget, long share, String field)
            throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse refused = call(writes(GRANTS, MODERATOR, grant(id, year, budget, share)));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field")).containsExactly(field);
        assertThat(body(call(reads(BOARD)))).isEmpty();
    }

    @Test
    void theBoardCountsEachYearWithItsSmallestItsLargestAndItsThemes() throws Exception {
        String one = published(AUTHOR, Bodies.HEDGES);
        String other = published(AUTHOR, Bodies.with("title", "\"Prévoir les crues\""));
        call(writes(GRANTS, MODERATOR, grant(one, 2026, 300_000, 150_000)));
        call(writes(GRANTS, MODERATOR, grant(other, 2026, 1_000_000, 500_000)));
        call(writes(GRANTS, MODERATOR, grant(one, 2025, 200_000, 100_000)));

        JsonNode board = body(call(reads(BOARD)));

        assertThat(board.findValuesAsString("year")).containsExactly("2026", "2025");
        assertThat(board.path(0).path("count").asInt()).isEqualTo(2);
        assertThat(board.path(0).path("least").asLong()).isEqualTo(150_000);
        assertThat(board.path(0).path("most").asLong()).isEqualTo(500_000);
        assertThat(board.path(0).path("total").asLong()).isEqualTo(650_000);
        assertThat(board.path(0).at("/themes/0/theme/code").asString()).isEqualTo("transition-ecologique");
        assertThat(board.path(0).at("/themes/0/count").asInt()).isEqualTo(2);
        String page = call(reads("/financement")).getContentAsString();
        assertThat(page).contains("Prévoir les crues", "<svg", "2026").doesNotContain("/retirer");
    }

    @Test
    void aGrantIsAsHiddenAsItsUseCase() throws Exception {
        String id = published(AUTHOR, Bodies.with("visibility", "\"AGENTS\""));
        call(writes(GRANTS, MODERATOR, grant(id, 2026, 300_000, 150_000)));

        assertThat(body(call(reads(BOARD)))).isEmpty();
        assertThat(call(reads("/financement")).getContentAsString()).doesNotContain("Compter les haies");
        assertThat(body(call(reads(BOARD).header("Authorization", MEMBER.bearer()))))
                .hasSize(1);
        call(writes("/api/projects/use-cases/" + id + "/withdraw", AUTHOR, ""));
        assertThat(body(call(reads(BOARD).header("Authorization", AUTHOR.bearer()))))
                .isEmpty();
    }

    @Test
    void aYearHasOneGrantAUseCaseAndAMistakeIsTakenBack() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);
        MockHttpServletResponse recorded = call(writes(GRANTS, MODERATOR, grant(id, 2026, 300_000, 150_000)));
        assertThat(recorded.getStatus()).isEqualTo(201);

        MockHttpServletResponse again = call(writes(GRANTS, MODERATOR, grant(id, 2026, 300_000, 10)));
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(body(again).path("type").asString()).isEqualTo("urn:agora:problem:duplicate-grant");

        String path = GRANTS + "/" + body(recorded).path("id").asString();
        assertThat(call(delete(path).header("Authorization", AUTHOR.bearer())).getStatus())
                .isEqualTo(403);
        assertThat(body(call(reads(BOARD)))).hasSize(1);
        assertThat(call(delete(path).header("Authorization", MODERATOR.bearer()))
                        .getStatus())
                .isEqualTo(204);
        assertThat(body(call(reads(BOARD)))).isEmpty();
    }

    @Test
    void onlyThoseWhoAnimateTheNetworkRecordAGrant() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        for (JwtFixture other : new JwtFixture[] {AUTHOR, MEMBER, OUTSIDER}) {
            assertThat(call(writes(GRANTS, other, grant(id, 2026, 300_000, 1))).getStatus())
                    .isEqualTo(403);
        }

        assertThat(body(call(reads(BOARD)))).isEmpty();
    }

    @Test
    void aUseCaseCarriedByACommuneAloneGetsNoGrant() throws Exception {
        hears("agora.directory.organization-published.v1", "commune", 1, """
                {"id":"commune","name":"Commune","kind":"LOCAL_AUTHORITY","ministries":[]}""");
        String id = published(AUTHOR, Bodies.with("organizations", "[\"commune\"]"));

        MockHttpServletResponse refused = call(writes(GRANTS, MODERATOR, grant(id, 2026, 300_000, 150_000)));

        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(body(refused).path("type").asString()).isEqualTo("urn:agora:problem:not-eligible");
    }

    @Test
    void theFormKeepsWhatWasTypedAndSaysWhichLimitIsPassed() throws Exception {
        published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse refused = call(post("/financement/compter-les-haies/subvention")
                .header("Authorization", MODERATOR.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("year", "2026")
                .param("totalBudget", "300 000 €")
                .param("share", "200000"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("300 000 €", "dépasse la moitié du budget total", "value=\"200000\"");
    }

    @Test
    void theSimulatorsPageAnswersWithoutAScript() throws Exception {
        assertThat(call(reads("/financement?budget=1 200 000&demandeur=STATE_OPERATOR"))
                        .getContentAsString())
                .contains("Jusqu’à 500")
                .contains("plafond du guichet");
        assertThat(call(reads("/financement?budget=300000&demandeur=LOCAL_AUTHORITY"))
                        .getContentAsString())
                .contains("Non éligible");
        assertThat(call(reads("/financement?budget=beaucoup&demandeur=STATE_OPERATOR"))
                        .getContentAsString())
                .contains("value=\"beaucoup\"", "doit être un nombre entier d’euros");
    }

    private static String grant(String useCase, int year, long budget, long share) {
        return "{\"useCase\":\"%s\",\"year\":%d,\"totalBudget\":%d,\"share\":%d}"
                .formatted(useCase, year, budget, share);
    }
}
