package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.usecase.UseCase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Nobody writes a use case without seeing those that exist, and why they did not do is kept. */
class ExistingFirstTests extends RunningService {

    @Test
    void theClosestOnesComeFirstAndHiddenOnesNever() throws Exception {
        published(AUTHOR, Bodies.HEDGES);
        published(
                AUTHOR,
                Bodies.with("title", "\"Repérer les piscines\"")
                        .replace("Les haies du département, vues du ciel.", "Des piscines vues du ciel.")
                        .replace("Détecteur de haies", "Détecteur de bassins"));
        published(AUTHOR, Bodies.with("title", "\"Haies des agents\"").replace("\"PUBLIC\"", "\"AGENTS\""));
        draft(OTHER_AUTHOR, Bodies.with("title", "\"Haies en brouillon\""));

        assertThat(titles("title=Compter des haies&theme=transition-ecologique"))
                .containsExactly("Compter les haies", "Haies des agents")
                .doesNotContain("Haies en brouillon");
        assertThat(titles("title=Cadastre&words=piscine, Python")).first().isEqualTo("Repérer les piscines");
        assertThat(titles("title=Autre chose")).isEmpty();
        assertThat(titles("title=les et de")).isEmpty();
        assertThat(titles("theme=transition-ecologique")).hasSize(3);
        assertThat(titles("title=" + "haies ".repeat(400))).isNotEmpty();
        assertThat(call(get("/api/projects/use-cases/similar?title=haies")).getStatus())
                .isEqualTo(401);
    }

    @Test
    void thePageShowsThemAsksWhyAndKeepsTheAnswerForEditors() throws Exception {
        String existing = published(OTHER_AUTHOR, Bodies.HEDGES);

        assertThat(page("/cas-usage/nouveau", AUTHOR))
                .contains("Ce qui existe déjà")
                .doesNotContain("hx-get");
        assertThat(page("/cas-usage/nouveau?title=Compter les haies d’ici", AUTHOR))
                .contains("1 cas d’usage semblable", "/reutilisations/nouvelle?casUsage=" + existing)
                .contains("hx-get=\"/recherche?kind=use-case&amp;q=Compter%20les%20haies%20d")
                .contains("href=\"/cas-usage/nouveau/fiche?");
        assertThat(page("/cas-usage/nouveau/fiche?title=Compter les haies d’ici", AUTHOR))
                .contains("name=\"considered\" value=\"" + existing, "Pourquoi un nouveau cas d’usage")
                .contains("value=\"Compter les haies d’ici\"");

        MockHttpServletResponse refused = created(existing, "");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("href=\"#champ-reason\"", "name=\"considered\" value=\"" + existing, "est nécessaire");
        assertThat(created(existing, "Les haies <b>urbaines</b> n’y sont pas.").getStatus())
                .isEqualTo(302);

        assertThat(page("/cas-usage/haies-urbaines", AUTHOR))
                .contains("Les haies &lt;b&gt;urbaines&lt;/b&gt; n’y sont pas.", ">Compter les haies</a>");
        UseCase written = useCases().stream()
                .filter(each -> each.slug().equals("haies-urbaines"))
                .findFirst()
                .orElseThrow();
        call(writes("/api/projects/use-cases/" + written.id() + "/publish", AUTHOR, ""));
        call(replaces("/api/projects/use-cases/" + written.id(), AUTHOR, Bodies.with("title", "\"Haies urbaines\"")));
        assertThat(Objects.requireNonNull(store.findById(written.id(), UseCase.class))
                        .originality())
                .hasValueSatisfying(
                        kept -> assertThat(kept.considered()).extracting("id").containsExactly(existing));
        call(writes("/api/projects/use-cases/" + written.id() + "/publish", AUTHOR, ""));
        assertThat(call(get("/cas-usage/haies-urbaines")).getContentAsString()).doesNotContain("n’y sont pas");
    }

    private List<UseCase> useCases() {
        return store.findAll(UseCase.class);
    }

    private MockHttpServletResponse created(String considered, String reason) throws Exception {
        return call(post("/cas-usage/nouveau")
                .header("Authorization", AUTHOR.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("title", "Haies urbaines")
                .param("pitch", "Les haies des villes.")
                .param("considered", considered)
                .param("reason", reason)
                .param("phase", "IDEA")
                .param("visibility", "PUBLIC")
                .param("intent", "draft"));
    }

    private List<String> titles(String query) throws Exception {
        MockHttpServletResponse answer =
                call(get("/api/projects/use-cases/similar?" + query).header("Authorization", MEMBER.bearer()));
        assertThat(answer.getStatus()).isEqualTo(200);
        return body(answer).valueStream().map(ExistingFirstTests::title).toList();
    }

    private static String title(JsonNode useCase) {
        return useCase.path("title").asString();
    }

    private String page(String path, JwtFixture reader) throws Exception {
        MockHttpServletResponse answer =
                call(get(path).header("X-Agora-Csrf", "jeton").header("Authorization", reader.bearer()));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }
}
