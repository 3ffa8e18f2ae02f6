package fr.agora.search.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class PagesTests extends SearchTest {

    @ParameterizedTest
    @CsvSource({
        "/, Les données de l’État, The State’s data",
        "/recherche, Filtrer, Filters",
        "/accessibilite, Accessibilité, Accessibility",
        "/mentions-legales, Mentions légales, Legal notice",
        "/recherche/carte, par département, by department",
    })
    void eachPageIsThereInFrenchAndInEnglish(String path, String french, String english) throws Exception {
        hear(
                Facts.offer("o1", "Data engineer").ofMinistry("eco", "Économie").remoteDays(3),
                Facts.useCase("u1", "Carte"));

        assertThat(page(path).getContentAsString(StandardCharsets.UTF_8)).contains(french, "lang=\"fr\"");
        assertThat(page(path + "?lang=en").getContentAsString(StandardCharsets.UTF_8))
                .contains(english, "lang=\"en\"");
    }

    @Test
    void resultsAreShownWithTheirMarksAndNothingTypedOrStoredBecomesMarkup() throws Exception {
        hear(Facts.offer("o1", "Juriste <img src=x onerror=alert(1)>")
                .remoteDays(3)
                .ofMinistry("eco", "<b>Éco</b>"));

        var html = page("/recherche?q=juriste \"><script>alert(1)</script>&remoteDays=3")
                .getContentAsString(StandardCharsets.UTF_8);
        var found = page("/recherche?q=juriste").getContentAsString(StandardCharsets.UTF_8);

        assertThat(html).doesNotContain("<script>alert", "\"><script");
        assertThat(found)
                .contains(
                        "<mark>Juriste</mark>",
                        "3 jours de télétravail",
                        "1 résultat pour «\u00a0juriste\u00a0»",
                        "/offres/o1")
                .doesNotContain("<img src=x", "<b>Éco");
    }

    @Test
    void filtersAreKeptInTheAddressAndCanBeRemoved() throws Exception {
        hear(
                Facts.offer("o1", "Juriste").ofMinistry("eco", "Économie").remoteDays(3),
                Facts.useCase("u1", "Juriste en ligne").ofMinistry("sante", "Santé"));

        var html = page("/recherche?q=juriste&ministry=eco&remoteDays=3%2B").getContentAsString(StandardCharsets.UTF_8);

        assertThat(html)
                .contains(
                        "value=\"eco\" checked",
                        "value=\"3+\" checked",
                        "Retirer le filtre",
                        "Télétravail\u00a0: 3 jours et plus par semaine")
                .contains("href=\"/recherche?q=juriste&amp;remoteDays=3%2B\"");
    }

    @Test
    void aSearchHasAFeedThatHoldsTheSameAndNothingElse() throws Exception {
        hear(
                Facts.offer("o1", "Juriste & <autre>").with("publishedAt", "2026-11-01T08:00:00Z"),
                Facts.offer("o2", "Juriste").seenBy("AGENTS"),
                Facts.offer("o3", "Géomaticien"));

        var answer = page("/recherche/flux.atom?q=juriste&kind=offer");
        var feed = answer.getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer.getContentType()).startsWith("application/atom+xml");
        assertThat(feed)
                .contains(
                        "<title>Juriste &amp; &lt;autre&gt;</title>",
                        "<updated>2026-11-01T08:00:00Z</updated>",
                        "/offres/o1\"",
                        "/recherche/flux.atom?q=juriste&amp;kind=offer")
                .doesNotContain("o2", "o3");
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theMapTellsInATableWhatItDraws() throws Exception {
        hear(
                Facts.offer("o1", "Juriste").in("COM-69123", "Lyon"),
                Facts.offer("o2", "Juriste").in("DEP-69", "Rhône"),
                Facts.member("m1", "Amina Belkacem").in("DEP-974", "La Réunion"),
                Facts.member("m2", "Nora Le Gall").in("DEP-15", "Cantal").seenBy("AGENTS"));

        var html = page("/recherche/carte").getContentAsString(StandardCharsets.UTF_8);

        assertThat(html)
                .contains("<svg", "Rhône", "La Réunion", "territory=DEP-69")
                .doesNotContain("territory=DEP-15");
    }

    @Test
    void whatIsCloseIsAPageAndAPartOfOthers() throws Exception {
        hear(
                Facts.useCase("u1", "Repérer les haies bocagères"),
                Facts.useCase("u2", "Haies bocagères et talus"),
                Facts.useCase("hidden", "Haies bocagères cachées").seenBy("AGENTS"));

        var whole = page("/recherche/proches/use-case/u1").getContentAsString(StandardCharsets.UTF_8);
        var part = mvc.perform(get("/recherche/proches/use-case/u1").header("HX-Request", "true"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(whole).contains("<html", "Haies bocagères et talus").doesNotContain("cachées");
        assertThat(part).contains("Haies bocagères et talus").doesNotContain("<html", "cachées");
        assertThat(page("/recherche/proches/use-case/hidden").getStatus()).isEqualTo(404);
        assertThat(page("/recherche/proches/unicorn/u1").getStatus()).isEqualTo(404);
    }

    @Test
    void aMistypedSearchLeadsToTheRightOne() throws Exception {
        hear(Facts.offer("o1", "Administrer Kubernetes"));

        assertThat(page("/recherche?q=kubernetse").getContentAsString(StandardCharsets.UTF_8))
                .contains("Vouliez-vous dire", "/recherche?q=kubernetes\"");
    }

    @Test
    void theSearchPageLeadsToItsAlertItsMapAndItsFeed() throws Exception {
        hear(Facts.offer("o1", "Juriste").in("COM-69123", "Lyon"));

        assertThat(page("/recherche?q=juriste&kind=offer&near=DEP-75").getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        "/alertes/nouvelle?recherche=q%3Djuriste%26kind%3Doffer",
                        "/recherche/carte?q=juriste",
                        "/recherche/flux.atom?q=juriste&amp;kind=offer",
                        "value=\"Paris\"",
                        "\u00a0km");
    }

    @Test
    void aPlaceIsTypedAsPeopleSayIt() throws Exception {
        hear(
                Facts.offer("o1", "Juriste").in("COM-42218", "Saint-Étienne"),
                Facts.offer("o2", "Juriste").in("COM-69123", "Lyon"));

        assertThat(page("/recherche?q=juriste&near=st etienne").getContentAsString(StandardCharsets.UTF_8))
                .contains("value=\"st etienne\"", "à 0\u00a0km")
                .containsSubsequence("/offres/o1", "/offres/o2");
        assertThat(page("/recherche?q=juriste&near=69001").getContentAsString(StandardCharsets.UTF_8))
                .containsSubsequence("/offres/o2", "/offres/o1");
        assertThat(page("/recherche?q=juriste&near=Zorglubville&sort=distance")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Aucune commune ni aucun département", "/offres/o1");
    }

    @Test
    void theHomePageLeadsToTheContactFinderAndToTheLaureates() throws Exception {
        assertThat(page("/").getContentAsString(StandardCharsets.UTF_8))
                .contains("href=\"/contact-donnees\"", "href=\"/trophees\"", "hx-get=\"/trophees/laureats");
    }

    @Test
    void anEmptyResultHelpsOn() throws Exception {
        assertThat(page("/recherche?q=introuvable").getContentAsString(StandardCharsets.UTF_8))
                .contains("Rien ne correspond à votre recherche", "Essayez avec moins de mots");
    }

    @ParameterizedTest
    @CsvSource({
        "/recherche?page=-1",
        "/recherche?page=x",
        "/recherche?kind=unicorn",
        "/recherche?remoteDays=9",
        "/recherche?page=501"
    })
    void aValueWeCannotReadIsAPageInFrench(String path) throws Exception {
        var answer = page(path);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("La demande n’est pas comprise");
    }

    private MockHttpServletResponse page(String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path.replace(" ", "%20")
                        .replace("\"", "%22")
                        .replace("<", "%3C")
                        .replace(">", "%3E"))))
                .andReturn()
                .getResponse();
    }
}
