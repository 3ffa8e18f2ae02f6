package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.PhaseChange;
import fr.agora.projects.usecase.UseCase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** How a use case goes from an idea to a reference, step by step and dated. */
class UseCaseLifeTests extends RunningService {

    private static final String ALL = "/api/projects/use-cases/";
    private static final JwtFixture AMDAC = JwtFixture.member("compte-zoe").of("mte");

    @Test
    void everyStepIsDatedAndShown() throws Exception {
        clock.advance(Duration.ofDays(-200));
        String id = published(AUTHOR, Bodies.with("phase", "\"IDEA\"").replace("2026-09-30", "2026-02-01"));
        clock.backToNoon();

        assertThat(moves(AUTHOR, id, "IN_PROGRESS", "2026-08-01").getStatus()).isEqualTo(200);
        assertThat(moves(AUTHOR, id, "LIVE", null).getStatus()).isEqualTo(200);

        assertThat(useCase(id).history())
                .containsExactly(
                        new PhaseChange(Phase.IDEA, LocalDate.of(2026, 5, 7)),
                        new PhaseChange(Phase.IN_PROGRESS, LocalDate.of(2026, 8, 1)),
                        new PhaseChange(Phase.LIVE, SettableClock.TODAY));
        assertThat(call(get("/cas-usage/compter-les-haies")).getContentAsString())
                .contains(
                        "<time datetime=\"2026-05-07\">", "<time datetime=\"2026-08-01\">1 août 2026", "aria-current");
        assertThat(useCase(id).outbox().getLast().type()).isEqualTo("agora.projects.block-published.v1");
        useCase(id).outbox().forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void aStepThatMayNotFollowIsRefusedWithThoseThatMay() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse refused = moves(AUTHOR, id, "IDEA", null);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").path(0).path("message").asString())
                .contains("En service", "Transféré", "Arrêté");
        assertThat(call(replaces(ALL + id, AUTHOR, Bodies.with("phase", "\"IDEA\"")))
                        .getStatus())
                .isEqualTo(422);
        assertThat(moves(AUTHOR, id, "LIVE", "2026-11-24").getStatus()).isEqualTo(422);
        assertThat(moves(AUTHOR, id, "LIVE", "2026-11-22").getStatus()).isEqualTo(422);
        assertThat(moves(AUTHOR, id, "LIVE", "hier").getStatus()).isEqualTo(422);
        assertThat(call(writes(ALL + id + "/phase", AUTHOR, "{}")).getStatus()).isEqualTo(422);
        assertThat(useCase(id).history()).hasSize(1);
    }

    @Test
    void aDraftIsCorrectedWithoutATrace() throws Exception {
        String id = draft(AUTHOR, Bodies.HEDGES);

        call(replaces(ALL + id, AUTHOR, Bodies.with("phase", "\"IDEA\"")));
        assertThat(useCase(id).history()).containsExactly(new PhaseChange(Phase.IDEA, SettableClock.TODAY));

        clock.advance(Duration.ofDays(2));
        call(replaces(ALL + id, AUTHOR, Bodies.HEDGES));
        assertThat(useCase(id).history()).extracting("phase").containsExactly(Phase.IDEA, Phase.IN_PROGRESS);
    }

    @Test
    void aReferenceIsNamedByADataOfficerOrAModeratorAndNobodyElse() throws Exception {
        String id = published(AUTHOR, Bodies.with("phase", "\"LIVE\""));
        assertThat(moves(AUTHOR, id, "REFERENCE", null).getStatus()).isEqualTo(403);
        assertThat(moves(AMDAC, id, "REFERENCE", null).getStatus()).isEqualTo(403);
        assertThat(call(get("/cas-usage/compter-les-haies").header("Authorization", AUTHOR.bearer()))
                        .getContentAsString())
                .doesNotContain("value=\"REFERENCE\"");

        hears("agora.directory.mandate-published.v1", "mdt-1", 1, """
                {"id":"mdt-1","role":"AMDAC","organization":{"id":"mte","name":"Transition écologique"},
                 "ministries":[{"id":"mte","name":"Transition écologique"}],"state":"ACTIVE",
                 "startsOn":"2026-01-01","holder":{"memberId":"m-zoe","accountId":"compte-zoe"}}""");

        assertThat(call(get("/cas-usage/compter-les-haies").header("Authorization", AMDAC.bearer()))
                        .getContentAsString())
                .contains("value=\"REFERENCE\"");
        assertThat(moves(AMDAC, id, "STOPPED", null).getStatus()).isEqualTo(403);
        assertThat(moves(AMDAC, id, "REFERENCE", null).getStatus()).isEqualTo(200);
        assertThat(moves(MEMBER, id, "LIVE", null).getStatus()).isEqualTo(403);
        assertThat(moves(MODERATOR, id, "LIVE", null).getStatus()).isEqualTo(200);
        assertThat(useCase(id).content().phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void theFormTakesAStepAndSaysWhenTheDayIsWrong() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        assertThat(step("2026-11-30").getHeader("Location"))
                .isEqualTo("/cas-usage/compter-les-haies?etape=refusee#parcours");
        assertThat(step("demain").getHeader("Location")).contains("refusee");
        assertThat(call(get("/cas-usage/compter-les-haies?etape=refusee").header("Authorization", AUTHOR.bearer()))
                        .getContentAsString())
                .contains("L’étape n’est pas enregistrée");
        assertThat(step("2026-11-23").getHeader("Location"))
                .isEqualTo("/cas-usage/compter-les-haies?fait=phase#parcours");
        assertThat(useCase(id).content().phase()).isEqualTo(Phase.STOPPED);
    }

    @Test
    void bricksOfAStoppedUseCaseStayThereToTake() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);
        moves(AUTHOR, id, "STOPPED", null);

        String brick = useCase(id).content().blocks().getFirst().url();

        assertThat(call(get(brick)).getContentAsString()).contains("La brique reste réutilisable");
        assertThat(body(call(reads("/api/projects/blocks?kind=MODEL")))
                        .path("items")
                        .path(0)
                        .path("useCase")
                        .path("phase")
                        .asString())
                .isEqualTo("STOPPED");
    }

    private MockHttpServletResponse step(String day) throws Exception {
        return call(post("/cas-usage/compter-les-haies/phase")
                .header("Authorization", AUTHOR.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("phase", "STOPPED")
                .param("on", day));
    }

    private MockHttpServletResponse moves(JwtFixture who, String id, String phase, String on) throws Exception {
        String day = on == null ? "" : ",\"on\":\"" + on + "\"";
        return call(writes(ALL + id + "/phase", who, "{\"phase\":\"" + phase + "\"" + day + "}"));
    }

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
