package fr.agora.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a reader gets from an application that follows the README. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SamplePagesTest {

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/offres",
                "/offres/une",
                "/offres/aucune",
                "/offres/nouvelle",
                "/offres/une?lang=en",
                "/nulle-part",
                "/offres?fait=publie"
            })
    void everyPageIsWholeAndObeysTheContentSecurityPolicy(String path) throws Exception {
        String page = get(path).body().strip();

        assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>").contains("<main id=\"contenu\"");
        assertThat(page.split("<h1")).as("one main heading").hasSize(2);
        assertThat(page)
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern("<[^>]*\\sstyle=")
                .doesNotContainPattern("<[^>]*\\son[a-z]+=")
                .doesNotContain("page.t(", "??");
        assertThat(duplicates(page)).as("ids used twice").isEmpty();
    }

    @Test
    void whatPeopleTypeIsNeverMarkup() throws Exception {
        assertThat(get("/offres/une").body())
                .contains("Data scientist &lt;b&gt;")
                .doesNotContain("<b>", "<script>alert");
        assertThat(get("/offres").body()).contains("value=\"&#34;>&lt;script>\"");
        assertThat(get("/recherche?q=%22%3E%3Cscript%3E").body()).doesNotContain("\"><script>");
    }

    @Test
    void pagesAreFrenchWhateverTheBrowserPrefersUntilEnglishIsChosen() throws Exception {
        assertThat(get("/offres", "Accept-Language", "en").body()).contains("<html lang=\"fr\"", "Se connecter");

        HttpResponse<String> chosen = get("/offres?lang=en");
        assertThat(chosen.body()).contains("<html lang=\"en\"", "Log in");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("agora_lang=en").contains("SameSite=Lax").doesNotContain("Secure");
        assertThat(get("/offres", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .body())
                .contains("Log in");

        String bound = get("/offres?lang=en", "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(bound)
                .startsWith("__Host-agora_lang=en")
                .contains("Secure", "Path=/")
                .doesNotContain("Domain");
        assertThat(get("/offres", "Cookie", bound.substring(0, bound.indexOf(';')))
                        .body())
                .contains("Log in");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 410, 413, 429, 500, 503})
    void eachFailureHasItsPage(int status) throws Exception {
        HttpResponse<String> failed = get("/echec/" + status);

        assertThat(failed.statusCode()).isEqualTo(status);
        assertThat(failed.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(failed.body())
                .contains("Erreur " + status, "Revenir à l’accueil")
                .doesNotContain("problem." + status, "the secret inside", "Exception", "\tat ");
    }

    @Test
    void aProgramGetsAProblemAndNotAPage() throws Exception {
        HttpResponse<String> absent = get("/api/nothing/here");

        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
        HttpResponse<String> refused =
                post("/offres/nouvelle", "title=&text=Bonjour+%3C%26%3E&remoteDays=9&skills=R%2C+SQL&audiences=eig");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<title>Erreur\u00a0: Nouvelle offre – Agora</title>")
                .contains("href=\"#champ-title\">Intitulé&nbsp;: Remplissez ce champ.</a>")
                .contains("Indiquez au plus 5.")
                .contains("Bonjour &lt;&amp;&gt;</textarea>")
                .contains("value=\"R, SQL\"")
                .containsPattern("value=\"eig\" checked")
                .contains("aria-invalid=\"true\"");
    }

    @Test
    void aValueOfTheWrongTypeIsShownAgainAsTyped() throws Exception {
        assertThat(post("/offres/nouvelle", "title=a&text=b&remoteDays=trois").body())
                .contains("value=\"trois\"", "Indiquez un nombre entier.");
    }

    @Test
    void aFormSentAfterTheSessionEndedComesBackWhole() throws Exception {
        String text = "Deux lignes\r\n« et » \"des\" <balises> & l’accent";
        HttpResponse<String> back = post(
                "/offres/une/modifier?vue=longue",
                "title=Titre&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                        + "&audiences=eig&audiences=all&_csrf=old");

        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body())
                .contains("Rien de ce que vous avez saisi n’est perdu")
                .contains("action=\"/offres/une/modifier\"")
                .contains("name=\"vue\" value=\"longue\"")
                .contains("name=\"audiences\" value=\"eig\"", "name=\"audiences\" value=\"all\"")
                .contains("target=\"_blank\"")
                .doesNotContain("value=\"old\"", "<balises>");
        Matcher kept = Pattern.compile("name=\"text\" value=\"([^\"]*)\"").matcher(back.body());
        assertThat(kept.find()).isTrue();
        assertThat(org.springframework.web.util.HtmlUtils.htmlUnescape(kept.group(1)))
                .isEqualTo(text);
    }

    @Test
    void theReaderIsNamedAndCanLeave() throws Exception {
        assertThat(get("/offres", "X-Agora-Csrf", "f0rm-t0ken").body())
                .contains("Amina Belkacem", "action=\"/deconnexion\"", "name=\"_csrf\" value=\"f0rm-t0ken\"")
                .doesNotContain("Se connecter");
    }

    @Test
    void whatWasJustDoneIsSaidOnceAndOnlyInKnownWords() throws Exception {
        assertThat(get("/offres?fait=publie").body()).contains("C’est publié.");
        assertThat(get("/offres?fait=%3Cb%3E").body()).doesNotContain("agora-flash");
        assertThat(get("/offres?fait=inconnu").body()).doesNotContain("agora-flash");
    }

    @Test
    void assetsAreZippedAndKeptForEver() throws Exception {
        Matcher link = Pattern.compile("href=\"(/assets/[^\"]*dsfr.css)\"").matcher(get("/").body());
        assertThat(link.find()).isTrue();

        HttpResponse<String> css = get(link.group(1), "Accept-Encoding", "gzip");

        assertThat(css.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable", "max-age=31536000");
    }

    @Test
    void noFolderOfAssetsIsListed() throws Exception {
        Matcher link = Pattern.compile("href=\"(/assets/[^\"]*/)dsfr.css\"").matcher(get("/").body());
        assertThat(link.find()).isTrue();
        String folder = link.group(1);
        assertThat(get(folder + "fonts/Marianne-Bold.woff2").statusCode()).isEqualTo(200);

        for (String asked : List.of("/assets", "/assets/", folder, folder + "fonts", folder + "fonts/")) {
            HttpResponse<String> answer = get(asked, "Accept", "text/html");
            assertThat(answer.statusCode()).as(asked).isEqualTo(404);
            assertThat(answer.body()).contains("Page introuvable");
        }
    }

    private static java.util.Set<String> duplicates(String page) {
        java.util.Set<String> seen = new java.util.HashSet<>();
        java.util.Set<String> twice = new java.util.TreeSet<>();
        Matcher id = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(page);
        while (id.find()) {
            if (!seen.add(id.group(1))) {
                twice.add(id.group(1));
            }
        }
        return twice;
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
