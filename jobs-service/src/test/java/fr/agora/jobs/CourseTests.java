package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.agora.platform.security.JwtFixture;
import org.junit.jupiter.api.Test;

/** Courses for what a reader lacks of an offer's skills. */
class CourseTests extends RunningService {

    private static final String PANEL = "Se former pour ce poste";

    @Test
    void aReaderIsToldWhatToLearnAndNotWhatTheyKnow() throws Exception {
        String id = published(
                RECRUITER,
                Bodies.with("skills", "[\"sql\",\"python\",\"ocr\"]")
                        .replace("\"visibility\"", "\"requiredSkills\":[\"ocr\"],\"visibility\""));
        hears("agora.directory.talent-published.v1", "m-nour", 1, """
                {"id":"m-nour","accountId":"compte-nour","displayName":"Nour","organizations":[],"ministries":[],
                 "territories":[],"skills":[{"code":"python","label":"Python","evidenced":false}],"hiddenFrom":[],
                 "consents":{"relaySince":"2026-10-02"},"url":"/annuaire/membres/m-nour"}""");

        String panel = panel(page(id, MEMBER));

        assertThat(panel)
                .contains("ne figurent pas sur votre profil", "Données et intelligence artificielle")
                .containsSubsequence("(OCR)", "SQL")
                .doesNotContain("<strong>Python");
    }

    @Test
    void whoSaidNothingOfTheirSkillsSeesAllTheOfferAsksFor() throws Exception {
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(panel(page(id, MEMBER)))
                .contains("Ce que l’offre demande", "Python")
                .doesNotContain("Cartographie des haies");
        assertThat(page(id, RECRUITER)).doesNotContain(PANEL);
        assertThat(call(get("/offres/" + id)).getContentAsString()).doesNotContain(PANEL);
    }

    private String page(String id, JwtFixture reader) throws Exception {
        return call(get("/offres/" + id).header("Authorization", reader.bearer()))
                .getContentAsString();
    }

    private static String panel(String page) {
        assertThat(page).contains(PANEL);
        String from = page.substring(page.indexOf(PANEL));
        return from.substring(0, from.indexOf("</section>"));
    }
}
