package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.jobs.offer.Offer;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The offers' pages, as a browser without scripts gets them. */
class OfferPagesTests extends RunningService {

    @Test
    void aRecruiterPublishesAndWithdrawsAnOfferByTheForms() throws Exception {
        MockHttpServletResponse created = call(form("/offres/nouvelle", RECRUITER, "publish"));
        assertThat(created.getStatus()).as(created.getContentAsString()).isEqualTo(302);
        String offer = String.valueOf(created.getHeader("Location")).replace("?fait=publie", "");

        assertThat(page(offer, null)).contains("Data scientist télétravail", "3 jours de télétravail", "Direction");
        assertThat(page("/offres?minRemoteDays=3", null)).contains(offer);
        assertThat(page("/offres/mes-offres", RECRUITER)).contains(offer, "Retirer l’offre", "Publiée");

        MockHttpServletResponse withdrawn =
                call(button(offer + "/retirer", RECRUITER).param("from", "desk"));
        assertThat(withdrawn.getHeader("Location")).isEqualTo("/offres/mes-offres?fait=retire");
        assertThat(call(get(offer)).getStatus()).isEqualTo(404);
        assertThat(page(offer, RECRUITER)).contains("Cette offre est retirée", "Publier l’offre");
        assertThat(call(button(offer + "/publier", RECRUITER)).getHeader("Location"))
                .isEqualTo(offer + "?fait=publie");
    }

    @Test
    void aDraftIsSavedShownAndChanged() throws Exception {
        String offer = String.valueOf(
                        call(form("/offres/nouvelle", RECRUITER, "draft")).getHeader("Location"))
                .replace("?fait=cree", "");
        assertThat(call(get(offer)).getStatus()).isEqualTo(404);

        String edit = page(offer + "/modifier", RECRUITER);
        assertThat(edit)
                .contains("value=\"Data scientist télétravail\"", "Enregistrer le brouillon", "Publier l’offre")
                .contains("name=\"remoteDaysPerWeek\" value=\"3\"")
                .contains("<option value=\"DEP-75\" selected>");

        MockHttpServletResponse saved = call(form(offer + "/modifier", RECRUITER, "draft")
                .param("seen", edit.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1")));
        assertThat(saved.getHeader("Location")).isEqualTo(offer + "?fait=enregistre");
    }

    @Test
    void everyErrorIsShownAndNothingTypedIsLost() throws Exception {
        MockHttpServletResponse answer = call(button("/offres/nouvelle", RECRUITER)
                .param("title", "")
                .param("summary", "Un résumé <b>gras</b>")
                .param("remoteDaysPerWeek", "trois")
                .param("validThrough", "31/12/2026")
                .param("skills", "python, !!!")
                .param("intent", "publish"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Intitulé du poste&nbsp;: Ce champ est obligatoire.")
                .contains("Indiquez un nombre entier, de 0 à 5.")
                .contains("Indiquez une date, par exemple 2026-12-31.")
                .contains("Un résumé &lt;b&gt;gras&lt;/b&gt;", "value=\"trois\"", "value=\"31/12/2026\"")
                .doesNotContain("<b>gras", "field.", "offer.");
        assertThat(store.getCollection("offers").countDocuments()).isZero();
    }

    @Test
    void aFormOlderThanTheOfferDoesNotOverwriteIt() throws Exception {
        String id = draft(RECRUITER, Bodies.DATA_SCIENTIST);

        MockHttpServletResponse answer =
                call(form("/offres/" + id + "/modifier", RECRUITER, "draft").param("seen", "1"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("Quelqu’un a modifié cette offre");
    }

    @Test
    void whatPeopleTypeIsNeverRunAsMarkup() throws Exception {
        String attack = "\"<script>alert(1)</script>\\\" onclick=x\"";
        String id = published(RECRUITER, Bodies.with("title", attack).replace("\"## Missions\\n- explorer\"", attack));

        for (String path : new String[] {"/offres", "/offres/" + id, "/offres/" + id + "/modifier"}) {
            assertThat(page(path, RECRUITER))
                    .doesNotContain("<script>alert")
                    .doesNotContainPattern("<[^<>]* onclick=x");
        }
        assertThat(page("/offres/mes-offres", RECRUITER)).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/offres", "/offres/nouvelle", "/offres/mes-offres", "/offres/ID", "/offres/ID/modifier"})
    void everyPageHasAllItsWordsInBothLanguages(String path) throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);
        String address = path.replace("ID", id);

        String french = page(address, RECRUITER);
        String english = page(address + "?lang=en", RECRUITER);

        for (String html : new String[] {french, english}) {
            assertThat(html.replaceAll("<[^>]+>", " "))
                    .doesNotContainPattern(
                            "\\b(offers?|desk|status|step|gone|review|category|access|versant|salary|trade|impact|contact\\.role|contract|seniority|visibility|territory)\\.[a-zA-Z]")
                    .doesNotContain("{0}");
        }
        assertThat(french).contains("lang=\"fr\"");
        assertThat(english).contains("lang=\"en\"").doesNotContain("Publier l’offre", "Retirer");
    }

    @Test
    void peopleWhoMayNotRecruitGetAClearPage() throws Exception {
        JwtFixture homeless = JwtFixture.member("compte-zoe").with(Role.RECRUITER);

        MockHttpServletResponse refused = call(get("/offres/nouvelle").header("Authorization", homeless.bearer()));
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("Aucun organisme rattaché");
        assertThat(call(get("/offres/nouvelle").header("Authorization", MEMBER.bearer()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(get("/offres/nouvelle")).getHeader("Location"))
                .isEqualTo("/connexion?retour=%2Foffres%2Fnouvelle");
        assertThat(page("/offres", MEMBER)).doesNotContain("/offres/nouvelle");
    }

    @Test
    void aFormSentWithAnOldTokenKeepsItsText() throws Exception {
        MockHttpServletResponse answer = call(post("/offres/nouvelle")
                .header("Authorization", RECRUITER.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "vieux")
                .param("title", "Un titre long à taper"));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString()).contains("Un titre long à taper");
    }

    @Test
    void aModeratorWithdrawsWithoutEditing() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(page("/offres/" + id, MODERATOR)).contains("Retirer l’offre").doesNotContain("/modifier");
        assertThat(call(button("/offres/" + id + "/retirer", MODERATOR)).getHeader("Location"))
                .isEqualTo("/offres?fait=retire");
        assertThat(store.findById(id, Offer.class)).matches(offer -> offer != null && !offer.isPublished());
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
                .param("title", "Data scientist télétravail")
                .param("summary", "Vous ferez parler les données de l’État.")
                .param("description", "## Missions\r\n- explorer")
                .param("remoteDaysPerWeek", "3")
                .param("territories[0]", "DEP-75")
                .param("territories[1]", "")
                .param("contractTypes", "FIXED_TERM")
                .param("contractTypes", "PERMANENT")
                .param("jobFamily", "data-scientist")
                .param("seniority", "ANY")
                .param("skills", "python, cartographie")
                .param("validThrough", "2026-12-31")
                .param("visibility", "PUBLIC")
                .param("intent", intent);
    }
}
