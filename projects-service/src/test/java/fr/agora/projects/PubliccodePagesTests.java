package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import fr.agora.projects.publiccode.Publiccode;
import fr.agora.projects.publiccode.PubliccodeReading;
import fr.agora.projects.usecase.Phase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import tools.jackson.databind.JsonNode;

/** A use case as publiccode.yml and JSON-LD, and the form that begins with somebody's publiccode.yml. */
class PubliccodePagesTests extends RunningService {

    @Test
    void whatIsWrittenCanBeReadAgain() throws Exception {
        String body = Bodies.with(
                Bodies.with("repository", "\"https://forge.exemple/equipe/haies\""),
                "website",
                "\"https://haies.exemple\"");
        published(AUTHOR, Bodies.with(body, "title", "\"Haies : <b>toutes</b> & \\\"une\\\"\""));

        MockHttpServletResponse answer = call(get("/cas-usage/haies-b-toutes-b-une/publiccode.yml"));
        String file = answer.getContentAsString(StandardCharsets.UTF_8);
        Publiccode read = PubliccodeReading.read(file);

        assertThat(answer.getStatus()).as(file).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/yaml");
        assertThat(file).contains("publiccodeYmlVersion: '0.7'").doesNotContain("usedBy", AUTHOR.accountId());
        assertThat(read.name()).isEqualTo("Haies : <b>toutes</b> & \"une\"");
        assertThat(read.repository()).isEqualTo("https://forge.exemple/equipe/haies");
        assertThat(read.licence()).isEqualTo("etalab-2.0");
        assertThat(read.phase()).isEqualTo(Phase.IN_PROGRESS);
        assertThat(read.notUnderstood()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsLeftOutAndItsAuthorIsToldWhatIsMissing() throws Exception {
        String bare = Bodies.HEDGES.replaceAll(",?\\s*\"licence\": *\"[^\"]*\"", "");
        published(AUTHOR, bare);

        String file =
                call(get("/cas-usage/compter-les-haies/publiccode.yml")).getContentAsString(StandardCharsets.UTF_8);
        String author = call(get("/cas-usage/compter-les-haies").header("Authorization", AUTHOR.bearer()))
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(file)
                .contains("sous url, legal.license, maintenance.type.")
                .doesNotContainPattern("(?m)^(url|legal|maintenance):");
        assertThat(author).contains("l’adresse du dépôt de code", "la licence d’une brique", "qui entretient");
        assertThat(call(get("/cas-usage/compter-les-haies")).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("qui entretient");
    }

    @Test
    void aHiddenOneHasNoFile() throws Exception {
        draft(AUTHOR, Bodies.HEDGES);

        assertThat(call(get("/cas-usage/compter-les-haies/publiccode.yml")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void thePageCarriesTheSameAsJsonLdThatEndsNowhereElse() throws Exception {
        published(AUTHOR, Bodies.with("pitch", "\"</script><script>alert(1)</script>\""));

        String page = call(get("/cas-usage/compter-les-haies")).getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).doesNotContain("<script>alert");
        JsonNode code =
                json.readTree(page.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1"));
        assertThat(code.path("@type").asString()).isEqualTo("SoftwareSourceCode");
        assertThat(code.path("description").asString()).isEqualTo("</script><script>alert(1)</script>");
        assertThat(code.path("license").path(0).asString()).isEqualTo("https://spdx.org/licenses/etalab-2.0");
        assertThat(code.path("maintainer").path(0).path("name").asString()).contains("numérique");
    }

    @Test
    void aFileFillsTheFormAndWhatWasNotUnderstoodIsListed() throws Exception {
        MockHttpServletResponse answer = uploads("""
                publiccodeYmlVersion: "0.4"
                name: Piscines
                inventé: x
                developmentStatus: beta
                description: {fr: {shortDescription: "Des piscines & <b>bassins</b>"}}
                legal: {license: MIT-ish}
                """);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("value=\"Piscines\"", "Des piscines &amp; &lt;b&gt;bassins&lt;/b&gt;")
                .contains("inventé", "« MIT-ish »".replace(' ', '\u00a0'))
                .contains("<option value=\"IN_PROGRESS\" selected>");
        assertThat(store.getCollection("use_cases").countDocuments()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a: [, pas du YAML",
        "- a, n’a pas de champs",
        "LONG, dépasse 256 ko",
        "'', Donnez une adresse ou un fichier"
    })
    void aFileThatIsNoneIsRefused(String text, String said) throws Exception {
        MockHttpServletResponse answer = uploads(text.equals("LONG") ? "a: " + "x".repeat(400_000) : text);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains(said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://127.0.0.1:8081/publiccode.yml, Ce n’est pas l’adresse d’une page publique",
        "http://localhost/publiccode.yml, Ce n’est pas l’adresse d’une page publique",
        "http://169.254.169.254/latest, Ce n’est pas l’adresse d’une page publique",
        "http://forge.internal/a/b, Cette adresse mène à un réseau interne",
        "file:///etc/passwd, Ce n’est pas l’adresse d’une page publique"
    })
    void anAddressOfTheInsideIsRefused(String address, String said) throws Exception {
        MockHttpServletResponse answer = call(multipart("/cas-usage/nouveau/publiccode")
                .header("Authorization", AUTHOR.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("address", address));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains(said, "value=\"" + address + "\"");
    }

    private MockHttpServletResponse uploads(String text) throws Exception {
        return call(multipart("/cas-usage/nouveau/publiccode")
                .file(new MockMultipartFile(
                        "file", "publiccode.yml", "application/yaml", text.getBytes(StandardCharsets.UTF_8)))
                .header("Authorization", AUTHOR.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("address", ""));
    }
}
