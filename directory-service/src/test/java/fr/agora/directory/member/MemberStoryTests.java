package fr.agora.directory.member;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class MemberStoryTests {

    private static final String PATH = "/api/directory/members";
    private static final String AMINA = JwtFixture.member("amina").bearer();
    private static final String LUCAS = JwtFixture.member("lucas").bearer();
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Members members;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void emptyTheDirectory() {
        store.remove(new Query(), Member.class);
    }

    @Test
    void aProfileIsItsOwnersFromDraftToWithdrawal() throws Exception {
        String id = create(AMINA, "Amina Diallo", "AGENTS");
        mvc.perform(get(PATH + "/" + id).header("Authorization", LUCAS)).andExpect(status().isNotFound());

        mvc.perform(post(PATH + "/" + id + "/publish").header("Authorization", AMINA))
                .andExpect(jsonPath("$.skills[0].code").value("python"))
                .andExpect(jsonPath("$.skills[0].level").value("EXPERT"));
        mvc.perform(get(PATH + "/" + id).header("Authorization", LUCAS)).andExpect(status().isOk());
        mvc.perform(get(PATH + "/me").header("Authorization", AMINA))
                .andExpect(jsonPath("$.displayName").value("Amina Diallo"));
        mvc.perform(post(PATH + "/" + id + "/withdraw").header("Authorization", AMINA))
                .andExpect(status().isOk());

        mvc.perform(get(PATH + "/" + id).header("Authorization", LUCAS)).andExpect(status().isNotFound());
        members.find(id)
                .orElseThrow()
                .outbox()
                .forEach(fact -> assertThatFact(fact).matchesItsContract());
        assertThat(members.find(id).orElseThrow().outbox()).hasSize(2);
    }

    @Test
    void anotherPersonsProfileIsReadNotTouched() throws Exception {
        String id = published(AMINA, "Amina Diallo", "AGENTS");
        String body = draft("Usurpée", "PUBLIC");

        mvc.perform(put(PATH + "/" + id)
                        .header("Authorization", LUCAS)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        mvc.perform(post(PATH + "/" + id + "/withdraw").header("Authorization", LUCAS))
                .andExpect(status().isForbidden());
        mvc.perform(put(PATH + "/" + id)
                        .header("Authorization", MODERATOR)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        assertThat(members.find(id).orElseThrow().displayName()).isEqualTo("Amina Diallo");

        mvc.perform(post(PATH + "/" + id + "/withdraw").header("Authorization", MODERATOR))
                .andExpect(status().isOk());
    }

    @Test
    void eachReaderSeesTheAudienceTheyAreIn() throws Exception {
        published(AMINA, "Amina Publique", "PUBLIC");
        published(LUCAS, "Lucas Agent", "AGENTS");
        String hidden = published(JwtFixture.member("hugo").bearer(), "Hugo Discret", "ME");

        assertThat(names(null)).containsExactly("Amina Publique");
        assertThat(names(AMINA)).containsExactly("Amina Publique", "Lucas Agent");
        mvc.perform(get(PATH + "/" + hidden).header("Authorization", AMINA)).andExpect(status().isNotFound());
        mvc.perform(get(PATH).queryParam("q", "Discret").header("Authorization", AMINA))
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(get("/annuaire/membres/" + hidden)).andExpect(status().isNotFound());
    }

    @Test
    void aProfileSharedWithANetworkIsReadByItsOtherMembersAlone() throws Exception {
        String id = published(AMINA, "Amina Diallo", "NETWORK");
        published(LUCAS, "Lucas Martin", "AGENTS");
        enter("amina", "relays");

        mvc.perform(get(PATH + "/" + id).header("Authorization", LUCAS)).andExpect(status().isNotFound());
        assertThat(names(LUCAS)).containsExactly("Lucas Martin");

        enter("lucas", "relays");
        mvc.perform(get(PATH + "/" + id).header("Authorization", LUCAS)).andExpect(status().isOk());
        assertThat(names(LUCAS)).containsExactly("Amina Diallo", "Lucas Martin");
        assertThat(names(null)).isEmpty();

        mvc.perform(put(PATH + "/" + id)
                        .header("Authorization", AMINA)
                        .contentType(APPLICATION_JSON)
                        .content(draft("Amina Diallo", "NETWORK").replaceFirst("\\{", "{\"networks\":[\"amdac\"],")))
                .andExpect(status().isOk());
        assertThat(members.find(id).orElseThrow().networks()).containsExactly("relays");
    }

    private void enter(String account, String network) {
        Member member = members.ofAccount(account).orElseThrow();
        member.join(network, java.time.Clock.systemUTC());
        members.save(member);
    }

    @Test
    void oneAccountHasOneProfile() throws Exception {
        create(AMINA, "Amina Diallo", "AGENTS");

        mvc.perform(post(PATH)
                        .header("Authorization", AMINA)
                        .contentType(APPLICATION_JSON)
                        .content(draft("Encore moi", "PUBLIC")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:profile-exists"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"displayName\":\" \"} | displayName",
                "{\"displayName\":\"A\",\"visibility\":\"EVERYONE\"} | visibility",
                "{\"displayName\":\"A\",\"organizationId\":\"nowhere\"} | organizationId",
                "{\"displayName\":\"A\",\"skills\":[{\"code\":\"\"}]} | skills[0].code",
                "{\"displayName\":\"A\",\"territories\":[\"PARIS\"]} | territories"
            })
    void aWrongFieldIsNamed(String body, String field) throws Exception {
        mvc.perform(post(PATH)
                        .header("Authorization", AMINA)
                        .contentType(APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void anImportKeepsNoAddressAndCommunitiesKeepTheirPrecision() throws Exception {
        String line = """
                {"id":"mbr-1","given_name":"Inès","family_name":"Kaddour","email":"ines@dept.exemple","phone":"01 99 00 12 34",\
                "skills":[{"code":"skl-python","niveau":"expert"}],"skill_ids":["skl-python","skl-sql"],\
                "communautes":[{"code":"eig","libelle":"EIG, promotion 4"}],"organisation_id":"org-a-venir","visibility":"public"}
                """;

        mvc.perform(post("/api/directory/imports/members")
                        .header("Authorization", ADMIN)
                        .contentType(LineImport.NDJSON)
                        .content(line))
                .andExpect(status().isOk());

        Member imported = members.find("mbr-1").orElseThrow();
        assertThat(imported.displayName()).isEqualTo("Inès Kaddour");
        assertThat(imported.communities()).extracting("label").containsExactly("EIG, promotion 4");
        assertThat(imported.skills()).extracting(Skill::code).containsExactly("python", "sql");
        assertThat(store.findAll(org.bson.Document.class, "members").toString())
                .doesNotContain("dept.exemple")
                .doesNotContain("01 99");
        imported.outbox().forEach(fact -> assertThatFact(fact).matchesItsContract());
    }

    @Test
    void whatAPersonTypesIsShownAsTextNeverRun() throws Exception {
        String id = published(AMINA, "<script>alert(1)</script>", "PUBLIC");

        for (String path : new String[] {"/annuaire", "/annuaire/membres/" + id}) {
            String html = mvc.perform(get(path))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(html).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        }
    }

    @Test
    void theProfileFormKeepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
        String html = mvc.perform(post("/moi/modifier")
                        .header("Authorization", AMINA)
                        .header("X-Agora-Csrf", "jeton")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("_csrf", "jeton")
                        .param("displayName", "")
                        .param("headline", "Cheffe de projet")
                        .param("organization", "Nulle part"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(html)
                .contains("Cheffe de projet")
                .contains("Aucun organisme ne correspond")
                .contains("est obligatoire");

        mvc.perform(post("/moi/modifier")
                        .header("Authorization", AMINA)
                        .header("X-Agora-Csrf", "jeton")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("_csrf", "jeton")
                        .param("displayName", "Amina Diallo")
                        .param("expert", "Python, Géomatique")
                        .param("visibility", "AGENTS"))
                .andExpect(status().isFound());

        assertThat(members.ofAccount("amina").orElseThrow().skills()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"fr,Les personnes qui font parler", "en,The people who make"})
    void thePagesSpeakBothLanguages(String language, String words) throws Exception {
        String html = mvc.perform(get("/annuaire").queryParam("lang", language))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(html).contains(words).contains("lang=\"" + language + "\"");
    }

    private String published(String author, String name, String visibility) throws Exception {
        String id = create(author, name, visibility);
        mvc.perform(post(PATH + "/" + id + "/publish").header("Authorization", author))
                .andExpect(status().isOk());
        return id;
    }

    private String create(String author, String name, String visibility) throws Exception {
        String body = mvc.perform(post(PATH)
                        .header("Authorization", author)
                        .contentType(APPLICATION_JSON)
                        .content(draft(name, visibility)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        return new JsonMapper().readTree(body).path("id").asString();
    }

    private static String draft(String name, String visibility) {
        return "{\"displayName\":\"%s\",\"headline\":\"Agente\",\"skills\":[{\"code\":\"Python\",\"level\":\"EXPERT\"}],\"visibility\":\"%s\"}"
                .formatted(name, visibility);
    }

    private java.util.List<String> names(String reader) throws Exception {
        var request = get(PATH);
        String body = mvc.perform(reader == null ? request : request.header("Authorization", reader))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        return new JsonMapper()
                .readTree(body)
                .path("items")
                .valueStream()
                .map(item -> item.path("displayName").asString())
                .toList();
    }
}
