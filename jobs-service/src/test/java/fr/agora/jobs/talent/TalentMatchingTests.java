package fr.agora.jobs.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.agora.jobs.Bodies;
import fr.agora.jobs.RunningService;
import fr.agora.platform.security.JwtFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Members who consented, as a recruiter of DINUM sees them; one of Insee sees others. */
class TalentMatchingTests extends RunningService {

    private static final String PYTHON_PROVEN =
            "{\"code\":\"python\",\"label\":\"Python\",\"level\":\"EXPERT\",\"evidenced\":true}";
    private static final String PYTHON_CLAIMED =
            "{\"code\":\"python\",\"label\":\"Python\",\"level\":\"EXPERT\",\"evidenced\":false}";
    private static final String OCR = "{\"code\":\"ocr\",\"label\":\"OCR\",\"evidenced\":false}";

    @Test
    void proofCountsMoreThanAClaimAndNobodyIsLeftOut() throws Exception {
        consents("m-ada", OCR, "", "");
        consents("m-bea", PYTHON_CLAIMED, "", "");
        consents("m-cleo", PYTHON_PROVEN, "", "");
        String id = published(RECRUITER, Bodies.DATA_SCIENTIST);

        JsonNode found = body(call(asked("/api/jobs/offers/" + id + "/talents", RECRUITER)));

        assertThat(found.path("items").findValuesAsString("id")).containsExactly("m-cleo", "m-bea", "m-ada");
        assertThat(found.at("/items/0/evidenced/0/code").asString()).isEqualTo("python");
        assertThat(found.at("/items/1/claimed/0/code").asString()).isEqualTo("python");
        assertThat(found.at("/items/2/missing").size()).isEqualTo(2);
        String page = page("/offres/" + id + "/talents", RECRUITER);
        assertThat(page)
                .contains("Compétences attestées", "Compétences déclarées", "Atteste 1 des 2", "Déclare 1 des 2")
                .contains("/annuaire/membres/m-cleo/ecrire")
                .doesNotContain("compte-m-cleo", "mailto:");
    }

    @Test
    void whoHidesFromAnOrganisationDoesNotExistForItsRecruiters() throws Exception {
        consents("m-ada", PYTHON_PROVEN, "\"dinum\"", "");
        consents("m-bea", PYTHON_PROVEN, "\"insee\"", "");
        String offer = published(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(names("/api/jobs/offers/" + offer + "/talents", RECRUITER)).containsExactly("m-bea");
        assertThat(names("/api/jobs/talents?skill=python", RECRUITER)).containsExactly("m-bea");
        assertThat(names("/api/jobs/talents?skill=python", OTHER_RECRUITER)).containsExactly("m-ada");
        assertThat(page("/talents?competence=python", RECRUITER)).doesNotContain("m-ada");
    }

    @Test
    void aConsentThatIsWithdrawnLeavesNothingAndALateFactBringsNothingBack() throws Exception {
        consents("m-ada", PYTHON_PROVEN, "", "");
        assertThat(names("/api/jobs/talents", RECRUITER)).containsExactly("m-ada");

        hears("agora.directory.talent-withdrawn.v1", "m-ada", 2, "{\"id\":\"m-ada\"}");
        consents("m-ada", PYTHON_PROVEN, "", "");

        assertThat(names("/api/jobs/talents", RECRUITER)).isEmpty();
        assertThat(store.getCollection("talents_copy")
                        .find()
                        .map(Object::toString)
                        .into(new ArrayList<>()))
                .singleElement()
                .asString()
                .doesNotContain("Personne m-ada", "compte-m-ada", "python");
        consents("m-bea", PYTHON_PROVEN, "", "");
        hears("agora.directory.member-erased.v1", "m-bea", 9, "{\"id\":\"m-bea\",\"accountId\":\"compte-m-bea\"}");
        assertThat(names("/api/jobs/talents", RECRUITER)).isEmpty();
    }

    @Test
    void whoOnlyRelaysOffersIsNotApproached() throws Exception {
        consents("m-ada", PYTHON_PROVEN, "", "relaySince");

        assertThat(names("/api/jobs/talents", RECRUITER)).isEmpty();
        assertThat(page("/talents", RECRUITER)).contains("Personne ne s’est encore déclaré");
    }

    @Test
    void theListGoesOnFromPageToPageAndRefusesAForgedCursor() throws Exception {
        for (int number = 0; number < 5; number++) {
            consents("m-" + number, PYTHON_CLAIMED, "", "");
        }

        JsonNode first = body(call(asked("/api/jobs/talents?skill=python&size=3", RECRUITER)));
        JsonNode second = body(call(asked(
                "/api/jobs/talents?skill=python&size=3&cursor="
                        + first.path("next").asString(),
                RECRUITER)));

        List<String> all = new ArrayList<>(first.path("items").findValuesAsString("id"));
        all.addAll(second.path("items").findValuesAsString("id"));
        assertThat(all).containsExactly("m-0", "m-1", "m-2", "m-3", "m-4");
        assertThat(call(asked("/api/jobs/talents?cursor=bm9u", RECRUITER)).getStatus())
                .isEqualTo(400);
        assertThat(call(asked("/api/jobs/talents?skill=inconnue", RECRUITER)).getStatus())
                .isEqualTo(400);
    }

    private void consents(String id, String skill, String hiddenFrom, String consent) {
        hears("agora.directory.talent-published.v1", id, 1, """
                {"id":"%1$s","accountId":"compte-%1$s","displayName":"Personne %1$s","organizations":[],"ministries":[],
                 "territories":[],"skills":[%2$s],"hiddenFrom":[%3$s],"consents":{"%4$s":"2026-10-02"},
                 "url":"/annuaire/membres/%1$s"}""".formatted(
                        id, skill, hiddenFrom, consent.isEmpty() ? "recruitmentSince" : consent));
    }

    private List<String> names(String path, JwtFixture recruiter) throws Exception {
        return body(call(asked(path, recruiter))).path("items").findValuesAsString("id");
    }

    private String page(String path, JwtFixture recruiter) throws Exception {
        MockHttpServletResponse page = call(asked(path, recruiter).accept("text/html"));
        assertThat(page.getStatus()).isEqualTo(200);
        return page.getContentAsString();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder asked(
            String path, JwtFixture recruiter) {
        return get(path).header("Authorization", recruiter.bearer());
    }
}
