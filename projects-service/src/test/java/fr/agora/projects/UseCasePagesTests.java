package fr.agora.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.usecase.UseCase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of use cases and bricks, as a browser without scripts gets them. */
class UseCasePagesTests extends RunningService {

    @Test
    void anAuthorPublishesAndWithdrawsAUseCaseByTheForms() throws Exception {
        MockHttpServletResponse created = call(form("/cas-usage/nouveau", AUTHOR, "publish"));
        assertThat(created.getStatus()).as(created.getContentAsString()).isEqualTo(302);
        assertThat(created.getHeader("Location")).isEqualTo("/cas-usage/compter-les-haies?fait=publie");
        String useCase = "/cas-usage/compter-les-haies";

        String html = page(useCase, null);
        assertThat(html)
                .contains("Compter les haies", "On ne compte plus les haies à pied.", "21\u00a0jours", "4\u00a0jours")
                .contains("<svg class=\"agora-chart\" role=\"img\"", "width=\"200\" height=\"24\"", "width=\"38\"")
                .contains("Détecteur de haies", "Direction interministérielle du numérique", "<h2>Récit</h2>");
        String brick = html.replaceAll("(?s).*href=\"(/briques/[^\"]+)\".*", "$1");
        assertThat(page(brick, null)).contains("Détecteur de haies", "etalab-2.0", useCase);
        assertThat(page("/cas-usage?theme=transition-ecologique&q=haie", null)).contains(useCase);
        assertThat(page("/cas-usage/mes-cas-usage", AUTHOR)).contains(useCase, "Retirer", "Publié");

        MockHttpServletResponse withdrawn =
                call(button(useCase + "/retirer", AUTHOR).param("from", "desk"));
        assertThat(withdrawn.getHeader("Location")).isEqualTo("/cas-usage/mes-cas-usage?fait=retire");
        assertThat(call(get(useCase)).getStatus()).isEqualTo(404);
        assertThat(call(get(brick)).getStatus()).isEqualTo(404);
        assertThat(page(useCase, AUTHOR)).contains("est retiré", "Publier");
        assertThat(call(button(useCase + "/publier", AUTHOR)).getHeader("Location"))
                .isEqualTo(useCase + "?fait=publie");
    }

    @Test
    void aDraftNeedsATitleAndASentenceOnly() throws Exception {
        MockHttpServletResponse created = call(button("/cas-usage/nouveau", AUTHOR)
                .param("title", "Une idée")
                .param("pitch", "Elle tient en une phrase.")
                .param("phase", "IDEA")
                .param("visibility", "PUBLIC")
                .param("blocks[0].access", "OPEN")
                .param("intent", "draft"));
        assertThat(created.getHeader("Location")).isEqualTo("/cas-usage/une-idee?fait=cree");
        assertThat(call(get("/cas-usage/une-idee")).getStatus()).isEqualTo(404);

        MockHttpServletResponse refused = call(button("/cas-usage/une-idee/publier", AUTHOR));
        assertThat(refused.getHeader("Location")).isEqualTo("/cas-usage/une-idee/modifier?a-completer=1");
        assertThat(page("/cas-usage/une-idee/modifier?a-completer=1", AUTHOR))
                .contains("value=\"Une idée\"", "Publics&nbsp;: Ce champ est nécessaire pour publier.")
                .contains("href=\"#champ-indicators-0-label\"");
    }

    @Test
    void everyErrorIsShownAtItsRowAndNothingTypedIsLost() throws Exception {
        MockHttpServletResponse answer = call(button("/cas-usage/nouveau", AUTHOR)
                .param("title", "")
                .param("pitch", "Une phrase <b>grasse</b>")
                .param("indicators[1].label", "Délai")
                .param("indicators[1].measuredOn", "31/12/2025")
                .param("blocks[4].name", "Une brique")
                .param("blocks[4].licence", "licence libre")
                .param("organizations[1]", "inconnue")
                .param("skills", "python, !!!")
                .param("visibility", "PUBLIC")
                .param("intent", "publish"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Titre&nbsp;: Ce champ est obligatoire.")
                .contains("href=\"#champ-indicators-1-measuredOn\"", "n’est pas une date comme")
                .contains("Indicateur 2, Avant&nbsp;: Ce champ est nécessaire pour publier.")
                .contains("href=\"#champ-blocks-4-licence\"", "href=\"#champ-blocks-4-kind\"")
                .contains("href=\"#champ-organizations-1-\"", "href=\"#champ-skills\"")
                .contains("Une phrase &lt;b&gt;grasse&lt;/b&gt;", "value=\"31/12/2025\"", "value=\"licence libre\"")
                .doesNotContain("<b>grasse", "field.", "use-case.");
        assertThat(store.getCollection("use_cases").countDocuments()).isZero();
    }

    @Test
    void aStoredUseCaseIsShownInItsFormAndKeepsItsBricks() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);
        UseCase before = useCase(id);

        String edit = page(before.url() + "/modifier", AUTHOR);
        assertThat(edit)
                .contains("value=\"Compter les haies\"", "name=\"blocks[0].id\" value=\"brk-", "Brique 2\u00a0: Conv")
                .contains("<option value=\"DEP-07\" selected>", "<option value=\"transition-ecologique\" selected>")
                .contains("name=\"indicators[0].measuredOn\" value=\"2026-09-30\"")
                .doesNotContain("Enregistrer le brouillon");
        String seen = edit.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        MockHttpServletResponse saved = call(form(before.url() + "/modifier", AUTHOR, "save")
                .param("seen", seen)
                .param("blocks[0].id", before.content().blocks().getFirst().id()));

        assertThat(saved.getHeader("Location")).isEqualTo(before.url() + "?fait=enregistre");
        assertThat(useCase(id).content().blocks())
                .extracting("id")
                .containsExactly(before.content().blocks().getFirst().id());
        assertThat(useCase(id).content().indicators())
                .isEqualTo(before.content().indicators());
    }

    @Test
    void aFormOlderThanTheUseCaseDoesNotOverwriteIt() throws Exception {
        String id = draft(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse answer =
                call(form("/cas-usage/" + id + "/modifier", AUTHOR, "draft").param("seen", "1"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("Quelqu’un a modifié ce cas d’usage");
    }

    @Test
    void whatPeopleTypeIsNeverRunAsMarkup() throws Exception {
        String attack = "\"<script>alert(1)</script>\\\" onclick=x\"";
        String body = Bodies.HEDGES;
        for (String property : new String[] {"title", "pitch", "audience", "whatChanges", "description"}) {
            body = Bodies.with(body, property, attack);
        }
        body = body.replace("Détecteur de haies", "<script>alert(2)</script>").replace("Délai", "<script>alert(3)");
        UseCase useCase = useCase(published(AUTHOR, body));

        for (String path : new String[] {
            "/cas-usage",
            "/cas-usage/mes-cas-usage",
            useCase.url(),
            useCase.url() + "/modifier",
            useCase.content().blocks().getFirst().url()
        }) {
            assertThat(page(path, AUTHOR)).doesNotContain("<script>alert").doesNotContainPattern("<[^<>]* onclick=x");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cas-usage",
                "/cas-usage?q=rien",
                "/cas-usage/nouveau",
                "/cas-usage/nouveau?title=Compter les haies",
                "/cas-usage/nouveau/fiche?title=Compter les haies",
                "/briques",
                "/briques?kind=METHOD",
                "/cas-usage/mes-cas-usage",
                "/cas-usage/compter-les-haies",
                "/cas-usage/compter-les-haies/modifier",
                "BRIQUE"
            })
    void everyPageHasAllItsWordsInBothLanguages(String path) throws Exception {
        UseCase useCase = useCase(published(AUTHOR, Bodies.HEDGES));
        String address =
                path.replace("BRIQUE", useCase.content().blocks().getFirst().url());

        String french = page(address, AUTHOR);
        String english = page(address + (address.contains("?") ? "&" : "?") + "lang=en", AUTHOR);

        for (String html : new String[] {french, english}) {
            assertThat(html.replaceAll("<[^>]+>", " "))
                    .doesNotContainPattern(
                            "\\b(use-cases?|bricks|similar|timeline|originality|themes|desk|status|phase|block|indicator|visibility|territory|theme)\\.[a-zA-Z]")
                    .doesNotContain("{0}");
        }
        assertThat(french).contains("lang=\"fr\"");
        assertThat(english).contains("lang=\"en\"").doesNotContain("Publier", "Retirer", "Mesuré");
    }

    @Test
    void onlyMembersAreOfferedToWrite() throws Exception {
        assertThat(call(get("/cas-usage/nouveau")).getHeader("Location"))
                .isEqualTo("/connexion?retour=%2Fcas-usage%2Fnouveau");
        assertThat(call(get("/cas-usage/nouveau").header("Authorization", OUTSIDER.bearer()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(page("/cas-usage", OUTSIDER)).doesNotContain("/cas-usage/nouveau");
        assertThat(page("/cas-usage/nouveau/fiche", AUTHOR)).doesNotContain("value=\"REFERENCE\"");
        assertThat(page("/cas-usage/nouveau/fiche", MODERATOR)).contains("value=\"REFERENCE\"");
    }

    @Test
    void anAddressByIdLeadsToTheOneBySlug() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        assertThat(call(get("/cas-usage/" + id)).getHeader("Location")).isEqualTo("/cas-usage/compter-les-haies");
    }

    @Test
    void aModeratorWithdrawsWithoutEditing() throws Exception {
        UseCase useCase = useCase(published(AUTHOR, Bodies.HEDGES));

        assertThat(page(useCase.url(), MODERATOR)).contains("Retirer").doesNotContain("/modifier");
        assertThat(call(button(useCase.url() + "/retirer", MODERATOR)).getHeader("Location"))
                .isEqualTo("/cas-usage?fait=retire");
        assertThat(useCase(useCase.id()).isPublished()).isFalse();
    }

    private UseCase useCase(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }

    private String page(String path, @Nullable JwtFixture reader) throws Exception {
        MockHttpServletRequestBuilder request = get(path).header("X-Agora-Csrf", "jeton");
        if (reader != null) {
            request.header("Authorization", reader.bearer());
        }
        MockHttpServletResponse answer = call(request);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private static MockHttpServletRequestBuilder button(String path, JwtFixture author) {
        return post(path)
                .header("Authorization", author.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton");
    }

    private static MockHttpServletRequestBuilder form(String path, JwtFixture author, String intent) {
        return button(path, author)
                .param("title", "Compter les haies")
                .param("pitch", "Les haies du département, vues du ciel.")
                .param("audience", "Agriculteurs, instructeurs des aides")
                .param("whatChanges", "On ne compte plus les haies à pied.")
                .param("description", "## Récit\r\n- photographier")
                .param("phase", "IN_PROGRESS")
                .param("indicators[0].label", "Délai d’un dossier")
                .param("indicators[0].before", "21")
                .param("indicators[0].after", "4")
                .param("indicators[0].unit", "jours")
                .param("indicators[0].measuredOn", "2026-09-30")
                .param("indicators[0].source", "Direction départementale, échantillon")
                .param("indicators[1].label", "")
                .param("blocks[0].name", "Détecteur de haies")
                .param("blocks[0].kind", "MODEL")
                .param("blocks[0].licence", "etalab-2.0")
                .param("blocks[0].access", "OPEN")
                .param("blocks[1].name", "")
                .param("blocks[1].access", "ON_REQUEST")
                .param("organizations[0]", "dinum")
                .param("territories[1]", "DEP-07")
                .param("themes[0]", "transition-ecologique")
                .param("skills", "python, cartographie")
                .param("visibility", "PUBLIC")
                .param("intent", intent);
    }
}
