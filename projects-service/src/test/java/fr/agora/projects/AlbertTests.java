package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;

/** The assistant suggests, the author decides, and nothing hidden is ever sent to it. */
class AlbertTests extends RunningService {

    @BeforeEach
    void noSummary() {
        store.remove(new Query(), "summaries");
        store.remove(new Query(), "meanings");
        AlbertApi.forget();
    }

    @Test
    void aSummaryIsTheAuthorsToAcceptAndSaysThatAMachineWroteIt() throws Exception {
        AlbertApi.summarises("Un modèle compte les haies.");
        String path = summary(published(AUTHOR, Bodies.HEDGES));

        assertThat(call(writes(path, OTHER_AUTHOR, "")).getStatus()).isEqualTo(403);
        assertThat(call(writes(path, AUTHOR, "")).getStatus()).isEqualTo(200);
        assertThat(call(reads(path)).getStatus()).isEqualTo(404);
        assertThat(call(reads(path).header("Authorization", AUTHOR.bearer())).getStatus())
                .isEqualTo(200);

        assertThat(call(writes(path + "/accept", OTHER_AUTHOR, "")).getStatus()).isEqualTo(403);
        assertThat(call(writes(path + "/accept", AUTHOR, "")).getStatus()).isEqualTo(200);

        MockHttpServletResponse shown = call(reads(path));
        assertThat(body(shown).path("text").asString()).isEqualTo("Un modèle compte les haies.");
        assertThat(body(shown).path("machineWritten").asBoolean()).isTrue();
        call(delete(path).header("Authorization", AUTHOR.bearer()));
        assertThat(call(reads(path)).getStatus()).isEqualTo(404);
    }

    @Test
    void aSummaryOfAnOlderTextIsNoLongerShown() throws Exception {
        AlbertApi.summarises("Un modèle compte les haies.");
        String id = published(AUTHOR, Bodies.HEDGES);
        call(writes(summary(id), AUTHOR, ""));
        call(writes(summary(id) + "/accept", AUTHOR, ""));
        assertThat(call(reads(summary(id))).getStatus()).isEqualTo(200);

        call(replaces("/api/projects/use-cases/" + id, AUTHOR, Bodies.with("pitch", "\"Tout autre chose.\"")));

        assertThat(call(reads(summary(id))).getStatus()).isEqualTo(404);
    }

    @Test
    void nothingThatIsNotPublicIsSent() throws Exception {
        AlbertApi.summarises("Non.");
        String agents = published(AUTHOR, Bodies.with("visibility", "\"AGENTS\""));
        String draft = draft(AUTHOR, Bodies.HEDGES);

        assertThat(call(writes(summary(agents), AUTHOR, "")).getStatus()).isEqualTo(409);
        assertThat(call(writes(summary(draft), AUTHOR, "")).getStatus()).isEqualTo(409);
        call(reads("/api/projects/use-cases/" + agents + "/neighbours").header("Authorization", AUTHOR.bearer()));

        assertThat(AlbertApi.sent()).isEmpty();
    }

    static Stream<Named<ResponseDefinitionBuilder>> failures() {
        return Stream.of(
                Named.of("busy", AlbertApi.busy()),
                Named.of("slow", AlbertApi.slow()),
                Named.of("malformed", AlbertApi.malformed()),
                Named.of("empty", AlbertApi.empty()),
                Named.of("endless", AlbertApi.endless()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anAssistantThatFailsChangesNothing(ResponseDefinitionBuilder failure) throws Exception {
        AlbertApi.answers(failure);
        String id = published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse refused = call(writes(summary(id), AUTHOR, ""));

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(body(refused).path("type").asString()).isEqualTo("urn:agora:problem:assistant-unavailable");
        assertThat(call(reads(summary(id)).header("Authorization", AUTHOR.bearer()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(body(call(reads("/api/projects/use-cases/" + id + "/neighbours"))))
                .isEmpty();
    }

    @Test
    void neighboursAreNearInMeaningAndVisibleToTheReader() throws Exception {
        AlbertApi.means("haies", "[1.0, 0.0]");
        AlbertApi.means("bocages", "[0.9, 0.1]");
        AlbertApi.means("impôts", "[0.0, 1.0]");
        String hedges = published(AUTHOR, Bodies.HEDGES);
        String groves = published(AUTHOR, Bodies.with("title", "\"Suivre les bocages\""));
        String taxes = published(AUTHOR, """
                {"title":"Expliquer les impôts","pitch":"Une page claire.","audience":"Tous","whatChanges":"Moins d’appels",
                 "indicators":[{"label":"Appels","before":"10","after":"5","measuredOn":"2026-09-30","source":"Enquête"}]}""");
        for (String each : new String[] {groves, taxes, hedges}) {
            call(reads("/api/projects/use-cases/" + each + "/neighbours"));
        }
        String path = "/api/projects/use-cases/" + hedges + "/neighbours";

        assertThat(body(call(reads(path))).findValuesAsString("title")).containsExactly("Suivre les bocages");
        int sent = AlbertApi.sent().size();
        call(reads(path));
        assertThat(AlbertApi.sent()).hasSize(sent);

        call(writes("/api/projects/use-cases/" + groves + "/withdraw", AUTHOR, ""));
        assertThat(body(call(reads(path)))).isEmpty();
    }

    private static String summary(String id) {
        return "/api/projects/use-cases/" + id + "/summary";
    }
}
