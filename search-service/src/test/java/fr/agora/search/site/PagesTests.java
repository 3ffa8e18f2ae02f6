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
