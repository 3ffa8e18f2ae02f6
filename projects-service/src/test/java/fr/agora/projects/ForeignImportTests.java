package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.PhaseChange;
import fr.agora.projects.usecase.UseCase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** Use cases written for other sites: Markdown with front matter, publiccode.yml. */
class ForeignImportTests extends RunningService {

    private static final String PRODUCT = """
            ---
            title: Compter les haies
            mission: Voir les haies du ciel.
            owner: /organisations/ign
            repository: https://forge.exemple/equipe/haies
            link: n’importe quoi
            contact: equipe@produit.exemple
            thematiques: [Écologie]
            technos: [python]
            usertypes: [etat]
            phases:
              - name: construction
                start: 2024-03-01
              - name: success
                start: 2025-01-15
              - name: investigation
                start: 2023-09-01
            ---
            ## Problème

            On comptait à pied. <script>alert(1)</script>
            """;

    @Test
    void aZipOfProductsIsTakenAndTakenAgainWithoutAChange() throws Exception {
        byte[] zip = zip("content/_startups/haies.md", PRODUCT, "lisez-moi.txt", "rien", "_startups/bassins.md", """
                ---
                title: Bassins
                ---
                Des bassins.""");

        assertThat(report("application/zip", zip)).contains("\"created\":2", "\"refused\":0");
        assertThat(report("application/zip", zip)).contains("\"unchanged\":2");

        UseCase haies = useCase("haies");
        assertThat(haies.content().pitch()).isEqualTo("Voir les haies du ciel.");
        assertThat(haies.content().phase()).isEqualTo(Phase.LIVE);
        assertThat(haies.content().repository()).isEqualTo("https://forge.exemple/equipe/haies");
        assertThat(haies.content().website()).isNull();
        assertThat(haies.history())
                .containsExactly(
                        new PhaseChange(Phase.IDEA, LocalDate.of(2023, 9, 1)),
                        new PhaseChange(Phase.IN_PROGRESS, LocalDate.of(2024, 3, 1)),
                        new PhaseChange(Phase.LIVE, LocalDate.of(2025, 1, 15)));
        assertThat(call(reads("/cas-usage/compter-les-haies")).getContentAsString())
                .contains("On comptait à pied.")
                .doesNotContain("<script>alert", "equipe@produit");
    }

    @Test
    void oneBadFileStopsNothing() throws Exception {
        String report = report(
                "application/zip",
                zip(
                        "a.md",
                        "---\ntitle: [\n---\n",
                        "b.md",
                        PRODUCT,
                        "c.md",
                        "sans rien",
                        "d.md",
                        "---\n" + bomb() + "---\n"));

        assertThat(report.lines().toList()).hasSize(5);
        assertThat(report)
                .contains("\"created\":1", "\"refused\":3", "pas du YAML", "imbrique ou répète", "est obligatoire");
    }

    @Test
    void frontMatterOfFiveMegabytesIsRefused() throws Exception {
        String huge = "---\ntitle: A\nx: " + "y".repeat(5_000_000) + "\n---\nTexte";

        assertThat(report("application/zip", zip("a.md", huge))).contains("\"refused\":1");
        assertThat(imports("text/markdown", huge.getBytes(StandardCharsets.UTF_8))
                        .getStatus())
                .isEqualTo(413);
        String large = "---\ntitle: A\nx: " + "y".repeat(500_000) + "\n---\nTexte";
        assertThat(report("text/markdown", large.getBytes(StandardCharsets.UTF_8)))
                .contains("est trop long");
    }

    @Test
    void aZipBombIsLeftBeforeItUnfolds() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bombe.txt"));
            byte[] zeros = new byte[1024 * 1024];
            for (int each = 0; each < 80; each++) {
                zip.write(zeros);
            }
        }

        assertThat(imports("application/zip", bytes.toByteArray()).getStatus()).isEqualTo(413);
        assertThat(imports("application/zip", "pas un zip".getBytes(StandardCharsets.UTF_8))
                        .getContentAsString())
                .contains("\"created\":0");
    }

    @Test
    void aZipThatEndsInTheMiddleOfAFileIsRefusedNotAFailure() throws Exception {
        byte[] whole = zip("a.md", "---\ntitle: " + "Une fiche ".repeat(2_000) + "\n---\n");

        MockHttpServletResponse answer = imports("application/zip", Arrays.copyOf(whole, whole.length / 2));

        assertThat(answer.getStatus()).isIn(200, 422);
        assertThat(answer.getContentAsString()).doesNotContain("\"created\":1");
    }

    @Test
    void oneMarkdownFileIsEnough() throws Exception {
        MockHttpServletResponse answer = call(post("/api/projects/imports/use-cases?nom=haies&source=beta")
                .header("Authorization", ADMIN.bearer())
                .contentType("text/markdown")
                .content(PRODUCT));

        assertThat(answer.getContentAsString()).contains("\"id\":\"haies\"");
    }

    @Test
    void aCollectionOfPubliccodeIsTakenByRepository() throws Exception {
        String first = """
                publiccodeYmlVersion: "0.4"
                name: %s
                url: https://forge.exemple/equipe/haies.git
                developmentStatus: stable
                description: {fr: {shortDescription: Voir du ciel.}}
                legal: {license: etalab-2.0}
                maintenance: {type: internal, contacts: [{name: Nadia, email: nadia@direction.exemple}]}
                """;
        String collection =
                first.formatted("Haies") + "---\n- {name: Bassins, url: 'https://forge.exemple/b'}\n- texte\n";

        String report = report("application/yaml", collection.getBytes(StandardCharsets.UTF_8));
        assertThat(report).contains("\"created\":2", "\"refused\":1", "\"line\":3");
        assertThat(report("application/yaml", first.formatted("Haies !").getBytes(StandardCharsets.UTF_8)))
                .contains("\"updated\":1");

        UseCase haies = useCase("forge-exemple-equipe-haies");
        assertThat(haies.content().title()).isEqualTo("Haies !");
        assertThat(haies.content().blocks().getFirst().licence()).isEqualTo("etalab-2.0");
        assertThat(haies.outbox()).allSatisfy(fact -> assertThat(fact.json()).doesNotContain("Nadia", "nadia@"));
        assertThat(report("application/yaml", bomb().getBytes(StandardCharsets.UTF_8), 422))
                .contains("imbrique");
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level < 40; level++) {
            bomb.append("a").append(level).append(": &a").append(level);
            bomb.append(" [*a")
                    .append(level - 1)
                    .append(", *a")
                    .append(level - 1)
                    .append("]\n");
        }
        return bomb.toString();
    }

    private static byte[] zip(String... namesAndTexts) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < namesAndTexts.length; index += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
                zip.write(namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private String report(String type, byte[] body) throws Exception {
        return report(type, body, 200);
    }

    private String report(String type, byte[] body, int status) throws Exception {
        MockHttpServletResponse answer = imports(type, body);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse imports(String type, byte[] body) throws Exception {
        return mvc.perform(post("/api/projects/imports/use-cases?source=essai")
                        .header("Authorization", ADMIN.bearer())
                        .contentType(type)
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
