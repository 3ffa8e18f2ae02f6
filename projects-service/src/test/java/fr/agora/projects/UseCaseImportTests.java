package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.usecase.BlockAccess;
import fr.agora.projects.usecase.Phase;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseStatus;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Use cases that arrive in a file. */
class UseCaseImportTests extends RunningService {

    private static final String COMPLETE = """
            {"id":"haies","source":"essai","slug":"haies-du-ciel","title":"Compter les haies","description_md":"Voir du ciel. Puis compter.","publics":["Agriculteurs","instructeurs"],"ce_qui_change":"On ne compte plus à pied.","phase":"reference","indicateurs":[{"libelle":"Délai","avant":21,"apres":"4","unite":"jours","date":"2026-09-30","source":"Échantillon"}],"briques":[{"nom":"Détecteur de haies","type":"modele","licence":"etalab-2.0","acces":"ouvert"},{"id":"haies-dpia","nom":"Analyse d’impact","type":"juridique"}],"organisation_ids":["ign"],"skill_ids":["skl-python","tableau-blanc"],"themes":["Écologie"],"departement_code":"07","visibility":"public","website":"https://exemple.exemple"}""";

    @Test
    void aLineBecomesAPublishedUseCaseWithItsBricks() throws Exception {
        assertThat(outcomes(COMPLETE)).containsExactly("created");

        UseCase useCase = useCase("haies");
        assertThat(useCase.status()).isEqualTo(UseCaseStatus.PUBLISHED);
        assertThat(useCase.slug()).isEqualTo("haies-du-ciel");
        assertThat(useCase.content().pitch()).isEqualTo("Voir du ciel.");
        assertThat(useCase.content().audience()).isEqualTo("Agriculteurs, instructeurs");
        assertThat(useCase.content().phase()).isEqualTo(Phase.REFERENCE);
        assertThat(useCase.content().indicators().getFirst().before()).isEqualTo("21");
        assertThat(useCase.content().territories()).extracting("code").containsExactly("DEP-07", "REG-84");
        assertThat(useCase.content().skills()).extracting("label").containsExactly("Python", "Tableau blanc");
        assertThat(useCase.content().blocks())
                .extracting("id")
                .containsExactly("haies-detecteur-de-haies", "haies-dpia");
        assertThat(useCase.content().blocks().getLast().access()).isEqualTo(BlockAccess.ON_REQUEST);
        assertThat(useCase.surroundings().organizations().getFirst().name()).isEqualTo("ign");
        assertThat(useCase.outbox()).hasSize(3);
        useCase.outbox().forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(call(reads("/api/projects/blocks/haies-dpia")).getStatus()).isEqualTo(200);
    }

    @Test
    void theSameFileAgainChangesAndTellsNothing() throws Exception {
        outcomes(COMPLETE);

        assertThat(outcomes(COMPLETE.replace("\"source\":\"essai\",", "\"programme\":null,\"source\":\"essai\",")))
                .containsExactly("unchanged");
        assertThat(outcomes(COMPLETE.replace("haies-du-ciel", "autre-adresse"))).containsExactly("updated");
        assertThat(outcomes(COMPLETE.replaceFirst("\\{\"nom\".*?},", ""))).containsExactly("updated");

        assertThat(useCase("haies").slug()).isEqualTo("haies-du-ciel");
        assertThat(useCase("haies").revision()).isEqualTo(2);
        assertThat(useCase("haies").outbox().getLast().type()).isEqualTo("agora.projects.block-withdrawn.v1");
    }

    @Test
    void theLeastLineIsEnough() throws Exception {
        assertThat(outcomes(
                        "{\"id\":\"a\",\"title\":\"Titre\"}",
                        "{\"id\":\"b\",\"title\":\"Titre\"}",
                        "{\"id\":\"c\",\"title\":\"数据\",\"brouillon\":true}"))
                .containsExactly("created", "created", "created");

        assertThat(useCase("a").slug()).isEqualTo("titre");
        assertThat(useCase("b").slug()).isEqualTo("titre-2");
        assertThat(useCase("c").slug()).isEqualTo("cas-usage");
        assertThat(useCase("c").status()).isEqualTo(UseCaseStatus.DRAFT);
        assertThat(useCase("a").content().phase()).isEqualTo(Phase.IN_PROGRESS);
        assertThatFact(useCase("a").outbox().getLast()).matchesItsContract();
        assertThat(call(reads("/cas-usage/titre")).getContentAsString()).contains("à compléter");
    }

    @Test
    void aLineThatBecomesADraftIsWithdrawnBeforeItChanges() throws Exception {
        outcomes(COMPLETE);

        outcomes(COMPLETE.replace("\"source\"", "\"brouillon\":true,\"source\""));

        assertThat(useCase("haies").status()).isEqualTo(UseCaseStatus.WITHDRAWN);
        assertThat(call(reads("/api/projects/use-cases/haies")).getStatus()).isEqualTo(404);
    }

    @Test
    void aBadLineStopsNothing() throws Exception {
        assertThat(outcomes(
                        "pas du json",
                        "{\"title\":\"Sans identifiant\"}",
                        "{\"id\":\"p\",\"title\":\"Phase\",\"phase\":\"bientot\"}",
                        "{\"id\":\"s\",\"title\":\"Slug\",\"slug\":\"Pas Bon\"}",
                        "{\"id\":\"i\",\"title\":\"Mesure\",\"indicateurs\":[{\"libelle\":\"Délai\"}]}",
                        "{\"id\":\"j\",\"title\":\"Mesure\",\"indicateurs\":\"trois\"}",
                        "{\"id\":\"k\",\"title\":\"Brique\",\"briques\":[{\"nom\":\"A\",\"type\":\"outil\"}]}",
                        "{\"id\":\"l\",\"title\":\"Brique\",\"briques\":[7]}",
                        "{\"id\":\"m\",\"title\":\"Brique\",\"briques\":[{\"nom\":\"A\",\"type\":\"modele\",\"licence\":\"Licence libre\"}]}",
                        "{\"id\":\"n\",\"title\":\"Deux fois\",\"briques\":[{\"nom\":\"A\",\"type\":\"modele\"},{\"nom\":\"A\",\"type\":\"methode\"}]}",
                        "{\"id\":\"o\",\"title\":\"Lieu\",\"departement_code\":\"999\"}",
                        "{\"id\":\"bonne\",\"title\":\"Bonne\"}"))
                .startsWith("refused", "refused", "refused", "refused", "refused", "refused")
                .endsWith("refused", "refused", "refused", "refused", "refused", "created")
                .hasSize(12);
        MockHttpServletResponse refused =
                imports(ADMIN, "{\"id\":\"i\",\"title\":\"Mesure\",\"indicateurs\":[{\"libelle\":\"Délai\"}]}");
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"indicateurs[0].date\"", "\"indicateurs[0].source\"", "est obligatoire");
    }

    @Test
    void anotherSourceTakesOverNeitherAUseCaseNorABrick() throws Exception {
        outcomes(COMPLETE);
        String written = draft(AUTHOR, Bodies.HEDGES);

        assertThat(
                        outcomes(
                                COMPLETE.replace("essai", "ailleurs"),
                                "{\"id\":\"" + written + "\",\"title\":\"Prise\"}",
                                "{\"id\":\"autre\",\"title\":\"Autre\",\"briques\":[{\"id\":\"haies-dpia\",\"nom\":\"A\",\"type\":\"modele\"}]}"))
                .containsExactly("refused", "refused", "refused");
    }

    @Test
    void twoImportsAtOnceAndNewsOfAnOrganisationCollideUnnoticed() throws Exception {
        String lines = IntStream.range(0, 40)
                .mapToObj(number -> COMPLETE.replace("\"haies\"", "\"haies-" + number + "\"")
                        .replace("\"id\":\"haies-dpia\",", ""))
                .collect(Collectors.joining("\n"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> imports(ADMIN, lines));
            var second = threads.submit(() -> imports(ADMIN, lines.replace("Puis compter", "Et compter")));
            for (int revision = 1; revision <= 5; revision++) {
                String ign = "{\"id\":\"ign\",\"name\":\"IGN " + revision + "\"}";
                hears("agora.directory.organization-published.v1", "ign", revision, ign);
            }
            for (var answer : List.of(first.get(), second.get())) {
                assertThat(answer.getStatus()).isEqualTo(200);
                assertThat(answer.getContentAsString()).contains("summary").doesNotContain("\"refused\",");
            }
        }

        assertThat(store.findAll(UseCase.class))
                .hasSize(40)
                .allMatch(useCase ->
                        useCase.surroundings().organizations().getFirst().name().equals("IGN 5"))
                .extracting(UseCase::slug)
                .doesNotHaveDuplicates();
    }

    @Test
    void theDemoIsTakenWhole() throws Exception {
        try (InputStream demo = getClass().getResourceAsStream("/demo/use-cases.ndjson")) {
            String lines = new String(Objects.requireNonNull(demo).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(outcomes(lines)).hasSizeGreaterThan(40).containsOnly("created");
        }
        assertThat(store.findAll(UseCase.class))
                .flatExtracting(UseCase::outbox)
                .allSatisfy(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void onlyAnAdministratorImports() throws Exception {
        assertThat(imports(AUTHOR, COMPLETE).getStatus()).isEqualTo(403);
        assertThat(call(post("/api/projects/imports/use-cases")
                                .contentType("application/x-ndjson")
                                .content(COMPLETE))
                        .getStatus())
                .isEqualTo(401);
    }

    private List<String> outcomes(String... lines) throws Exception {
        MockHttpServletResponse answer = imports(ADMIN, String.join("\n", lines));
        assertThat(answer.getStatus()).isEqualTo(200);
        List<JsonNode> report = answer.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> json.readTree(line))
                .toList();
        boolean unchanged = report.size() == 1;
        return unchanged
                ? List.of("unchanged")
                : report.stream()
                        .filter(row -> row.has("outcome"))
                        .map(row -> row.path("outcome").asString())
                        .toList();
    }

    private MockHttpServletResponse imports(JwtFixture author, String body) throws Exception {
        return call(post("/api/projects/imports/use-cases")
                .header("Authorization", author.bearer())
                .contentType("application/x-ndjson")
                .content(body));
    }

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
