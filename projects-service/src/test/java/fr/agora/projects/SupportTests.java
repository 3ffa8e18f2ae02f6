package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.support.SupportRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** A file of support from the first sentence to its outcome, and who may know of it. */
class SupportTests extends RunningService {

    private static final String FILES = "/api/projects/support-requests";
    private static final JwtFixture OFFICER = JwtFixture.member("compte-ines").of("premier-ministre");
    private static final JwtFixture OTHER_OFFICER =
            JwtFixture.member("compte-tom").of("ministere-t");
    private static final String NEED = """
            {"title":"Héberger un modèle","description":"Il trie des courriers.","needs":["HOSTING","SECURITY","PUBLICATION"]}""";

    @BeforeEach
    void officers() {
        store.remove(new Query(), "support_requests");
        store.remove(new Query(), "security_checklists");
        mandate("md-1", "premier-ministre", "compte-ines");
        mandate("md-2", "ministere-t", "compte-tom");
    }

    @Test
    void aRequestIsReceivedAssignedStartedAndClosedInOneThread() throws Exception {
        String path = FILES + "/" + opened(AUTHOR, NEED);

        call(writes(path + "/departments", MODERATOR, "{\"departments\":[\"HOSTING\"],\"lead\":\"OPI\"}"));
        call(writes(path + "/start", MODERATOR, ""));
        call(writes(path + "/messages", AUTHOR, "{\"text\":\"Quand commence-t-on ?\"}"));
        call(writes(path + "/messages", OFFICER, "{\"text\":\"Je suis le dossier.\"}"));
        MockHttpServletResponse closed =
                call(writes(path + "/close", MODERATOR, "{\"text\":\"Le modèle est hébergé.\"}"));

        JsonNode file = body(closed);
        assertThat(closed.getStatus()).isEqualTo(200);
        assertThat(file.path("state").asString()).isEqualTo("CLOSED");
        assertThat(file.path("outcome").asString()).isEqualTo("Le modèle est hébergé.");
        assertThat(file.path("departments").toString()).isEqualTo("[\"OPI\",\"RSSI\",\"HOSTING\"]");
        assertThat(file.path("thread").findValuesAsString("voice")).containsExactly("ADMINISTRATION", "AMDAC");
        assertThat(file.path("history").findValuesAsString("state"))
                .containsExactly("RECEIVED", "QUALIFIED", "IN_PROGRESS", "CLOSED");
        assertThat(call(writes(path + "/messages", AUTHOR, "{\"text\":\"Encore\"}"))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void theDataOfficerTheDeskAndTheSecurityOfficerAreToldWithoutAWordOfWhatWasWritten() throws Exception {
        String id = opened(AUTHOR, NEED);

        List<OutboxEntry> told = file(id).outbox();

        assertThat(told).hasSize(3);
        told.forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(told.toString()).doesNotContain("courriers", "Héberger");
        assertThat(told.getFirst().json()).contains("\"mandateId\":\"md-1\"").doesNotContain("md-2");
        assertThat(told.get(1).json()).contains("\"organizationId\":\"etalab\"");
        assertThat(told.get(2).json()).contains("\"organizationId\":\"dinum\"");
    }

    @Test
    void itIsAbsentForWhoeverTakesNoPartInIt() throws Exception {
        String path = FILES + "/" + opened(AUTHOR, NEED);

        for (JwtFixture other : List.of(OTHER_AUTHOR, MEMBER, OTHER_OFFICER, OUTSIDER)) {
            assertThat(call(reads(path).header("Authorization", other.bearer())).getStatus())
                    .isEqualTo(404);
            assertThat(call(writes(path + "/messages", other, "{\"text\":\"Bonjour\"}"))
                            .getStatus())
                    .isEqualTo(404);
        }
        for (JwtFixture part : List.of(AUTHOR, OFFICER, MODERATOR, ADMIN)) {
            assertThat(call(reads(path).header("Authorization", part.bearer())).getStatus())
                    .isEqualTo(200);
        }
        assertThat(call(reads(path)).getStatus()).isEqualTo(401);
        assertThat(listed(OTHER_OFFICER)).isEmpty();
        assertThat(listed(OFFICER)).hasSize(1);
        assertThat(call(reads(FILES + "?desk=true").header("Authorization", MEMBER.bearer()))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void onlyTheDeskDecidesAndInOrder() throws Exception {
        String path = FILES + "/" + opened(AUTHOR, NEED);

        assertThat(call(writes(path + "/decline", OFFICER, "{\"text\":\"Non\"}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(writes(path + "/start", MODERATOR, "")).getStatus()).isEqualTo(409);
        assertThat(call(writes(path + "/close", MODERATOR, "{\"text\":\"Fini\"}"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(call(writes(path + "/decline", MODERATOR, "{}")).getStatus()).isEqualTo(422);
        assertThat(state(path)).isEqualTo("RECEIVED");
        assertThat(call(writes(path + "/decline", MODERATOR, "{\"text\":\"Hors du champ\"}"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(state(path)).isEqualTo("DECLINED");
    }

    @Test
    void etalabSuggestsToAnyAdministrationAndItsOfficerSeesIt() throws Exception {
        MockHttpServletResponse suggested = call(writes(FILES, MODERATOR, """
                {"organizationId":"dinum","title":"Publier","description":"Votre API","needs":["PUBLICATION"]}"""));

        assertThat(body(suggested).path("origin").asString()).isEqualTo("SUGGESTION");
        assertThat(listed(OFFICER)).hasSize(1);
        assertThat(call(writes(FILES, AUTHOR, """
                        {"organizationId":"insee","title":"Publier","description":"Leur API","needs":["DATA"]}""")).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"T\",\"description\":\"D\"}",
                "{\"title\":\"T\",\"description\":\"D\",\"needs\":[]}",
                "{\"title\":\" \",\"description\":\"D\",\"needs\":[\"DATA\"]}",
                "{\"title\":\"T\",\"needs\":[\"DATA\"]}"
            })
    void anIncompleteRequestIsRefusedFieldByField(String written) throws Exception {
        MockHttpServletResponse refused = call(writes(FILES, AUTHOR, written));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors")).hasSize(1);
        assertThat(store.findAll(SupportRequest.class)).isEmpty();
    }

    @Test
    void aSecurityNeedKeepsTheChecklistThatWasInForceThatDay() throws Exception {
        String before = opened(AUTHOR, NEED);

        assertThat(call(replaces("/api/projects/security-checklist", MODERATOR, "{\"version\":1,\"items\":[\"X\"]}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(replaces(
                                "/api/projects/security-checklist",
                                ADMIN,
                                "{\"version\":1,\"items\":[\"Chiffrer les sauvegardes\"]}"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(call(replaces("/api/projects/security-checklist", ADMIN, "{\"version\":1,\"items\":[\"Y\"]}"))
                        .getStatus())
                .isEqualTo(409);

        String after = opened(AUTHOR, NEED);
        assertThat(file(before).checklistVersion()).isEqualTo(1);
        assertThat(file(after).checklistVersion()).isEqualTo(2);
        assertThat(call(reads("/accompagnement/" + after).header("Authorization", AUTHOR.bearer()))
                        .getContentAsString())
                .contains("Chiffrer les sauvegardes");
        assertThat(call(reads("/accompagnement/" + before).header("Authorization", AUTHOR.bearer()))
                        .getContentAsString())
                .contains("homologation")
                .doesNotContain("Chiffrer les sauvegardes");
    }

    @Test
    void aPublicationIsClosedByItsIdentifierOnDataGouv() throws Exception {
        String path = FILES + "/" + opened(AUTHOR, NEED);

        call(writes(path + "/publication", AUTHOR, "{\"step\":\"LICENCE\"}"));
        call(writes(path + "/publication", AUTHOR, "{\"step\":\"LICENCE\"}"));
        assertThat(call(writes(path + "/publication", AUTHOR, "{\"listedAs\":\"../secret\"}"))
                        .getStatus())
                .isEqualTo(422);
        JsonNode listed =
                body(call(writes(path + "/publication", AUTHOR, "{\"listedAs\":\"5f21d1f1b0a3f1b1d6e7a111\"}")));

        assertThat(listed.path("publicationSteps").toString()).isEqualTo("[\"LICENCE\"]");
        assertThat(listed.path("listedAs").asString()).isEqualTo("5f21d1f1b0a3f1b1d6e7a111");
    }

    @Test
    void anErasedPersonLeavesTheirWordsWithoutTheirAccount() throws Exception {
        String id = opened(AUTHOR, NEED);
        call(writes(FILES + "/" + id + "/messages", AUTHOR, "{\"text\":\"Bonjour\"}"));

        hears("agora.directory.member-erased.v1", "m-lea", 9, "{\"id\":\"m-lea\",\"accountId\":\"compte-lea\"}");

        assertThat(Objects.requireNonNull(store.findById(id, org.bson.Document.class, "support_requests"))
                        .get("account"))
                .isNull();
        assertThat(file(id).thread().getFirst().account()).isNull();
        assertThat(body(call(reads(FILES + "/" + id).header("Authorization", MODERATOR.bearer())))
                        .path("thread")
                        .findValuesAsString("voice"))
                .containsExactly("ERASED");
    }

    @Test
    void thePagesWorkWithoutAScriptAndKeepWhatWasTyped() throws Exception {
        assertThat(call(reads("/accompagnement")).getContentAsString()).contains("Demander un appui");
        assertThat(call(reads("/accompagnement/publication")).getContentAsString())
                .contains("data.gouv.fr");
        MockHttpServletResponse refused = call(form("/accompagnement/nouvelle", AUTHOR)
                .param("title", "Un titre <b>")
                .param("description", "D"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Un titre &lt;b", "doit nommer au moins un besoin");

        MockHttpServletResponse sent = call(form("/accompagnement/nouvelle", AUTHOR)
                .param("title", "Un titre")
                .param("description", "D")
                .param("needs", "DATA", "LEGAL"));
        String file = Objects.requireNonNull(sent.getHeader("Location")).replaceAll("\\?.*", "");
        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(call(form(file + "/message", AUTHOR).param("text", "Merci <script>alert(1)</script>"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(call(reads(file).header("Authorization", AUTHOR.bearer())).getContentAsString())
                .contains("Merci")
                .doesNotContain("<script>alert");
        assertThat(call(reads("/accompagnement/guichet").header("Authorization", MODERATOR.bearer()))
                        .getContentAsString())
                .contains("Un titre");
        assertThat(call(reads("/accompagnement/securite").header("Authorization", ADMIN.bearer()))
                        .getContentAsString())
                .contains("Version 1", "<textarea");
    }

    private String opened(JwtFixture by, String need) throws Exception {
        MockHttpServletResponse created = call(writes(FILES, by, need));
        assertThat(created.getStatus()).as(created.getContentAsString()).isEqualTo(201);
        return body(created).path("id").asString();
    }

    private String state(String path) throws Exception {
        return body(call(reads(path).header("Authorization", MODERATOR.bearer())))
                .path("state")
                .asString();
    }

    private JsonNode listed(JwtFixture officer) throws Exception {
        return body(call(reads(FILES + "?desk=true").header("Authorization", officer.bearer())))
                .path("items");
    }

    private SupportRequest file(String id) {
        return Objects.requireNonNull(store.findById(id, SupportRequest.class));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(
            String path, JwtFixture by) {
        return post(path)
                .header("Authorization", by.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton");
    }

    private void mandate(String id, String ministry, String account) {
        hears("agora.directory.mandate-published.v1", id, 1, """
                {"id":"%s","role":"AMDAC","organization":{"id":"%s","name":"M"},"ministries":[{"id":"%s","name":"M"}],
                 "scope":{"organizations":[],"territories":[],"topics":[]},"state":"ACTIVE","startsOn":"2020-01-01",
                 "holder":{"accountId":"%s"},"contactUrl":"/contact-donnees/%s/ecrire","url":"/contact-donnees/%s"}""".formatted(id, ministry, ministry, account, id, id));
    }
}
