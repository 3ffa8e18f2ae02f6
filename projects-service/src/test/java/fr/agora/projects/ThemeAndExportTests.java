package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** The boards of the themes and the files of open data: what is public, counted and given away. */
class ThemeAndExportTests extends RunningService {

    @BeforeEach
    void three() throws Exception {
        published(AUTHOR, Bodies.with("title", "\"=HYPERLINK(\\\"http://x\\\")\""));
        published(AUTHOR, Bodies.with("phase", "\"LIVE\"").replace("Compter les haies", "Haies, \\\"vivantes\\\""));
        published(AUTHOR, Bodies.with("visibility", "\"AGENTS\"").replace("Compter les haies", "Haies des agents"));
        draft(AUTHOR, Bodies.with("title", "\"Haies en brouillon\""));
    }

    @Test
    void aBoardCountsWhatItsReaderMaySee() throws Exception {
        String anonymous = page("/themes/transition-ecologique", false);
        assertThat(anonymous)
                .contains("Transition écologique", "En construction", "En service", "vivantes")
                .doesNotContain("Haies des agents", "brouillon");
        assertThat(words(anonymous)).contains("2 cas d’usage", "4 briques à reprendre", "0 réutilisations confirmées");
        assertThat(words(page("/themes/transition-ecologique", true))).contains("3 cas d’usage", "6 briques");
        String all = words(page("/themes", false));
        assertThat(all.indexOf("Transition écologique"))
                .isLessThan(all.indexOf("Santé"))
                .isPositive();
        assertThat(all).contains("2 cas d’usage · 4 briques · 0 réutilisation confirmée", "Rien de publié");
        assertThat(page("/themes/sante", false)).contains("Rien n’est encore publié");
        assertThat(call(get("/themes/absent")).getStatus()).isEqualTo(404);
    }

    @Test
    void aBoardAddsUpTheMoneyOfTheUseCasesItsReaderMaySee() throws Exception {
        store.remove(new Query(), "funding_grants");
        String open = published(AUTHOR, Bodies.with("title", "\"Haies financées\""));
        String hidden = published(
                AUTHOR, Bodies.with("visibility", "\"AGENTS\"").replace("Compter les haies", "Haies entre agents"));
        for (String year : new String[] {"2025", "2026"}) {
            grant(open, year, 150_000);
        }
        grant(hidden, "2026", 40_000);

        assertThat(words(page("/themes/transition-ecologique", false))).contains("300 000 € financés par le FTAP");
        assertThat(words(page("/themes/transition-ecologique", true))).contains("340 000 € financés par le FTAP");
        assertThat(words(page("/themes", false))).contains("300 000 € financés");
        assertThat(page("/themes/sante", false)).doesNotContain("FTAP");
    }

    private void grant(String useCase, String year, long share) throws Exception {
        String grant = """
                {"useCase": "%s", "year": %s, "totalBudget": 400000, "share": %d}""".formatted(useCase, year, share);
        assertThat(call(writes("/api/projects/funding/grants", MODERATOR, grant))
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void theFilesHoldWhatIsPublicAndNothingElse() throws Exception {
        String csv = file("use-cases.csv");
        assertThat(csv.lines().toList()).hasSize(3);
        assertThat(csv)
                .startsWith("\"id\",\"title\",")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "\"Haies, \"\"vivantes\"\"\"", "21 → 4 jours")
                .doesNotContain("agents", "brouillon", AUTHOR.accountId());
        JsonNode useCases = json.readTree(file("use-cases.json"));
        assertThat(useCases.findValuesAsString("title")).hasSize(2).contains("=HYPERLINK(\"http://x\")");
        assertThat(file("blocks.csv").lines().toList()).hasSize(5);
        assertThat(json.readTree(file("blocks.json")).findValuesAsString("licence"))
                .contains("etalab-2.0");
        assertThat(call(get("/api/projects/exports/use-cases.csv")).getHeader("Link"))
                .contains("etalab-2.0", "rel=\"license\"");
    }

    @Test
    void theNoticeLeadsToEveryFile() throws Exception {
        JsonNode notice = json.readTree(file(""));

        assertThat(notice.path("@type").asString()).isEqualTo("dcat:Catalog");
        for (String url : notice.findValuesAsString("dcat:downloadURL")) {
            assertThat(call(get(url.replaceFirst("https?://[^/]+", ""))).getStatus())
                    .isEqualTo(200);
        }
        assertThat(notice.findValuesAsString("dcat:downloadURL")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/themes", "/themes/transition-ecologique", "/themes/mer", "/cas-usage/nouveau/publiccode"})
    void everyPageHasAllItsWordsInBothLanguages(String path) throws Exception {
        for (String language : new String[] {"fr", "en"}) {
            assertThat(words(page(path + "?lang=" + language, true)))
                    .doesNotContainPattern("\\b(themes?|prefill|use-cases?|phase)\\.[a-z]")
                    .doesNotContain("{0}");
        }
    }

    private static String words(String html) {
        return html.replaceAll("(?s)<[^>]+>", " ").replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    private String file(String name) throws Exception {
        var answer = call(get("/api/projects/exports" + (name.isEmpty() ? "" : "/" + name)));
        assertThat(answer.getStatus()).as(name).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String path, boolean loggedIn) throws Exception {
        var request = get(path).header("X-Agora-Csrf", "jeton");
        var answer = call(loggedIn ? request.header("Authorization", MEMBER.bearer()) : request);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
