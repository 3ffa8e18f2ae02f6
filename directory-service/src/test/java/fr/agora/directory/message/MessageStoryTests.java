package fr.agora.directory.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.mail.MovingClock;
import fr.agora.directory.mail.Post;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.MemberErased;
import fr.agora.directory.notice.InboxNotice;
import fr.agora.directory.organization.Organization;
import fr.agora.local.mail.CaughtMail;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** People write to one another without knowing where the other is reached. */
@DirectoryTest
class MessageStoryTests {

    private static final String API = "/api/directory/messages";
    private static final String AMINA = JwtFixture.member("amina").bearer();
    private static final String CLAIRE = JwtFixture.member("claire").bearer();
    private static final String PAUL = JwtFixture.member("paul").bearer();
    private static final String LUCAS = JwtFixture.member("lucas").bearer();
    private static final String MODERATOR =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();
    private static final List<String> ADDRESSES =
            List.of("amina.d@agora.exemple", "claire.f@agora.exemple", "paul.m@agora.exemple", "sofia.m@agora.exemple");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private Conversations conversations;

    @Autowired
    private ConversationNotices notices;

    @Autowired
    private ApplicationEventPublisher events;

    private Post post;

    @BeforeEach
    void fourPeople() throws Exception {
        for (Class<?> kind :
                List.of(Member.class, Organization.class, Conversation.class, Allowance.class, InboxNotice.class)) {
            store.remove(new Query(), kind);
        }
        post = new Post(store, Clock.systemUTC());
        post.reach("amina", ADDRESSES.get(0), "fr");
        post.reach("claire", ADDRESSES.get(1), "fr");
        post.reach("paul", ADDRESSES.get(2), "fr");
        post.reachModerator("sofia", ADDRESSES.get(3));
        load("organizations", """
                {"source":"t","id":"min-te","nom":"Ministère de la Transition écologique","sigle":"MTE","type":"ministere"}
                {"source":"t","id":"ddt-07","nom":"DDT Ardèche","sigle":"DDT 07","type":"service-deconcentre"}
                """);
        load("members", """
                {"source":"t","id":"m-amina","display_name":"Amina Diallo","organisation_id":"ddt-07","compte":"amina"}
                {"source":"t","id":"m-claire","display_name":"Claire Fontaine","organisation_id":"min-te","compte":"claire"}
                {"source":"t","id":"m-paul","display_name":"Paul Maurin","organisation_id":"min-te","compte":"paul","role_title":"Relais données"}
                {"source":"t","id":"m-personne","display_name":"Profil sans compte","organisation_id":"min-te"}
                """);
    }

    private void load(String what, String lines) throws Exception {
        mvc.perform(post("/api/directory/imports/" + what)
                        .header("Authorization", ADMIN)
                        .contentType(LineImport.NDJSON)
                        .content(lines))
                .andExpect(status().isOk());
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aMessageArrivesWithoutAddressesAndSoDoesItsAnswer() throws Exception {
        String id = write("Bonjour, qui suit les données sur l’eau ?\n\nMerci.");

        CaughtMail first = post.deliver().getFirst();
        assertThat(first.to()).isEqualTo(ADDRESSES.get(1));
        assertThat(first.subject()).isEqualTo("Vous avez un message");
        assertThat(first.text())
                .contains("Amina Diallo")
                .contains("> Bonjour, qui suit les données sur l’eau ?")
                .contains("/messages/" + id);
        assertThat(first.source()).asString().doesNotContain(ADDRESSES.get(0));

        mvc.perform(api(post(API + "/" + id + "/answers"), CLAIRE, "{\"text\":\"C’est Paul.\"}"))
                .andExpect(status().isOk());

        CaughtMail answer = post.deliver().getFirst();
        assertThat(answer.to()).isEqualTo(ADDRESSES.get(0));
        assertThat(answer.text()).contains("Vous avez une réponse").contains("> C’est Paul.");
        assertThat(answer.source()).asString().doesNotContain(ADDRESSES.get(1));
        mvc.perform(get("/messages/" + id).header("Authorization", AMINA))
                .andExpect(content().string(containsString("C’est Paul.")));
    }

    @Test
    void aConversationIsReadByItsSidesAloneAndByModeratorsOnceReported() throws Exception {
        String id = write("Bonjour");

        for (String other : List.of(LUCAS, PAUL, MODERATOR)) {
            mvc.perform(get(API + "/" + id).header("Authorization", other)).andExpect(status().isNotFound());
            mvc.perform(get("/messages/" + id).header("Authorization", other)).andExpect(status().isNotFound());
            for (String verb : List.of("/answers", "/handled", "/pass-on", "/report", "/report/close")) {
                String body = "{\"text\":\"x\",\"memberId\":\"m-paul\",\"reason\":\"RUDE\",\"block\":true}";
                mvc.perform(api(post(API + "/" + id + verb), other, body)).andExpect(status().isNotFound());
            }
        }
        mvc.perform(api(post(API + "/" + id + "/handled"), AMINA, "{}")).andExpect(status().isForbidden());
        mvc.perform(get(API + "/reported").header("Authorization", CLAIRE)).andExpect(status().isForbidden());

        mvc.perform(api(post(API + "/" + id + "/report"), CLAIRE, "{\"reason\":\"RUDE\"}"))
                .andExpect(status().isOk());

        mvc.perform(get(API + "/reported").header("Authorization", MODERATOR))
                .andExpect(jsonPath("$.items[0].id").value(id));
        mvc.perform(get(API + "/" + id).header("Authorization", MODERATOR))
                .andExpect(jsonPath("$.report.reason").value("RUDE"));
        mvc.perform(api(post(API + "/" + id + "/answers"), MODERATOR, "{\"text\":\"x\"}"))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/directory/notices").header("Authorization", MODERATOR))
                .andExpect(jsonPath("$.items[0].title.fr").value("Un échange a été signalé"));

        mvc.perform(api(post(API + "/" + id + "/report/close"), MODERATOR, "{\"block\":true}"))
                .andExpect(status().isNoContent());
        mvc.perform(get(API + "/" + id).header("Authorization", MODERATOR)).andExpect(status().isNotFound());
        mvc.perform(api(post(API + "/" + id + "/answers"), AMINA, "{\"text\":\"Encore\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:conversation-closed"));
    }

    @Test
    void theReceiverPassesItOnToAColleagueWhoAnswers() throws Exception {
        String id = write("Qui suit les données sur l’eau ?");
        mvc.perform(api(post(API + "/" + id + "/pass-on"), CLAIRE, "{\"memberId\":\"m-amina\"}"))
                .andExpect(status().isUnprocessableContent());

        mvc.perform(form(post("/messages/" + id + "/transmettre"), CLAIRE).param("memberId", "m-paul"))
                .andExpect(redirectedUrl("/messages/" + id + "?fait=transmis"));

        assertThat(post.deliver().getFirst().to()).isEqualTo(ADDRESSES.get(2));
        mvc.perform(api(post(API + "/" + id + "/answers"), PAUL, "{\"text\":\"Moi, depuis mars.\"}"))
                .andExpect(jsonPath("$.history[0].to").value("Paul Maurin"));
        assertThat(post.deliver().getFirst().to()).isEqualTo(ADDRESSES.get(0));
        mvc.perform(get(API).header("Authorization", CLAIRE))
                .andExpect(jsonPath("$.items[0].id").value(id));
        mvc.perform(form(post("/messages/" + id + "/traite"), PAUL)).andExpect(status().is3xxRedirection());
        mvc.perform(get(API + "?box=SENT").header("Authorization", AMINA))
                .andExpect(jsonPath("$.items[0].state").value("HANDLED"))
                .andExpect(jsonPath("$.items[0].to.name").value("Paul Maurin"));
    }

    @Test
    void theSixthConversationOfAnHourIsRefusedAndWhatWasTypedIsKept() throws Exception {
        for (int each = 0; each < Allowance.OPENED_AN_HOUR; each++) {
            write("Message " + each);
        }

        mvc.perform(api(post("/api/directory/members/m-claire/messages"), AMINA, draft("Encore un")))
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:too-many-messages"))
                .andExpect(jsonPath("$.texts.en").exists());
        mvc.perform(form(post("/annuaire/membres/m-claire/ecrire"), AMINA)
                        .param("subject", "Encore un")
                        .param("text", "Mon texte si long à taper"))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("Mon texte si long à taper")))
                .andExpect(content().string(containsString("Attendez une heure")));
        assertThat(post.deliver()).hasSize(Allowance.OPENED_AN_HOUR);
    }

    @Test
    void anAllowanceComesBackWithTime() {
        MovingClock clock = new MovingClock();
        Allowances allowances = new Allowances(store, clock);
        for (int hour = 0; hour < 4; hour++) {
            for (int each = 0; each < Allowance.OPENED_AN_HOUR; each++) {
                allowances.useForOpening("hugo");
            }
            assertRefused(allowances);
            clock.forward(Duration.ofMinutes(61));
        }
        assertRefused(allowances);

        clock.forward(Duration.ofHours(21));

        allowances.useForOpening("hugo");
    }

    private static void assertRefused(Allowances allowances) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> allowances.useForOpening("hugo"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("too-many-messages");
    }

    @Test
    void whatIsWrongInAFormIsSaidThere() throws Exception {
        mvc.perform(form(post("/annuaire/membres/m-claire/ecrire"), AMINA)
                        .param("subject", " ")
                        .param("text", "Un texte"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("#champ-subject")))
                .andExpect(content().string(containsString("Un texte")));
        mvc.perform(api(
                        post("/api/directory/members/m-claire/messages"),
                        AMINA,
                        "{\"subject\":\"x\",\"text\":\"" + "a".repeat(4001) + "\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
        mvc.perform(api(post("/api/directory/members/m-personne/messages"), AMINA, draft("x")))
                .andExpect(status().isConflict());
        mvc.perform(api(post("/api/directory/members/m-amina/messages"), AMINA, draft("x")))
                .andExpect(status().isForbidden());
        mvc.perform(api(post("/api/directory/members/inconnu/messages"), AMINA, draft("x")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/annuaire/membres/m-claire/ecrire")).andExpect(status().isFound());
    }

    @Test
    void noAnswerHoldsAnAddress() throws Exception {
        String id = write("Bonjour");
        mvc.perform(api(post(API + "/" + id + "/report"), CLAIRE, "{\"reason\":\"OTHER\",\"detail\":\"…\"}"));

        for (String reader : List.of(AMINA, CLAIRE, MODERATOR)) {
            for (String path : List.of(
                    "/annuaire",
                    "/annuaire/membres/m-amina",
                    "/annuaire/membres/m-claire",
                    "/annuaire/membres/m-claire/ecrire",
                    "/annuaire/organismes/min-te",
                    "/messages",
                    "/messages?boite=envoyes",
                    "/messages/" + id,
                    "/messages/" + id + "/signaler",
                    "/messages/avis",
                    "/messages/preferences",
                    "/moi",
                    "/api/directory/members",
                    "/api/directory/members/m-claire",
                    "/api/directory/notices",
                    API,
                    API + "/" + id)) {
                MockHttpServletResponse answer = mvc.perform(get(path).header("Authorization", reader))
                        .andReturn()
                        .getResponse();
                assertThat(answer.getContentAsString()).as(path).isNotEmpty().doesNotContain(ADDRESSES);
            }
        }
        store.findAll(Member.class)
                .forEach(member ->
                        member.outbox().forEach(fact -> assertThat(fact.json()).doesNotContain(ADDRESSES)));
        assertThat(store.findAll(Conversation.class)).hasSize(1);
        assertThat(store.findAll(org.bson.Document.class, "conversations").toString())
                .doesNotContain(ADDRESSES);
    }

    @Test
    void whoeverDiedBeforeTellingIsMadeUpForOnce() throws Exception {
        Party amina = new Party("amina", "Amina Diallo", "m-amina");
        Party claire = new Party("claire", "Claire Fontaine", "m-claire");
        conversations.save(Conversation.begun(
                "msg-1", "Objet", "Texte", amina, claire, Clock.systemUTC().instant()));

        notices.tellTheRest();
        notices.tellTheRest();

        assertThat(post.deliver()).hasSize(1);
        assertThat(conversations.withUntold()).isEmpty();
        mvc.perform(get("/api/directory/notices/unread").header("Authorization", CLAIRE))
                .andExpect(jsonPath("$.count").value(1));
    }

    @Test
    void whoIsErasedLeavesNeitherNameNorWords() throws Exception {
        String id = write("Mes mots à moi");
        mvc.perform(api(post(API + "/" + id + "/answers"), CLAIRE, "{\"text\":\"Ma réponse\"}"));

        events.publishEvent(new MemberErased("m-amina", "amina"));
        events.publishEvent(new MemberErased("m-amina", "amina"));

        assertThat(store.findAll(org.bson.Document.class, "conversations").toString())
                .contains("Ma réponse")
                .doesNotContain("Amina")
                .doesNotContain("Mes mots");
        assertThat(store.findAll(org.bson.Document.class, "mails").toString()).doesNotContain("Ma réponse");
        mvc.perform(get("/messages/" + id).header("Authorization", CLAIRE))
                .andExpect(content().string(containsString("Compte supprimé")));
        mvc.perform(api(post(API + "/" + id + "/answers"), CLAIRE, "{\"text\":\"?\"}"))
                .andExpect(status().isConflict());
        events.publishEvent(new MemberErased("m-claire", "claire"));
        assertThat(conversations.find(id)).isEmpty();
    }

    @Test
    void aConversationNobodyWroteInForTwoYearsGoesUnlessItIsReported() throws Exception {
        String quiet = write("Bonjour");
        String reported = write("Achetez !");
        mvc.perform(api(post(API + "/" + reported + "/report"), CLAIRE, "{\"reason\":\"UNWANTED\"}"))
                .andExpect(status().is2xxSuccessful());

        inDays(729).forgetOld();
        assertThat(conversations.find(quiet)).isPresent();

        inDays(731).forgetOld();
        assertThat(conversations.find(quiet)).isEmpty();
        assertThat(conversations.find(reported)).isPresent();
    }

    private ConversationRetention inDays(int days) {
        return new ConversationRetention(conversations, Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
    }

    private String write(String text) throws Exception {
        String body = mvc.perform(api(post("/api/directory/members/m-claire/messages"), AMINA, draft(text)))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonMapper.shared().readTree(body).path("id").asString("");
    }

    private static String draft(String text) {
        return JsonMapper.shared().writeValueAsString(java.util.Map.of("subject", "Données sur l’eau", "text", text));
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B api(B request, String bearer, String body) {
        return request.header("Authorization", bearer)
                .contentType(APPLICATION_JSON)
                .content(body);
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B form(B request, String bearer) {
        return request.header("Authorization", bearer)
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton");
    }
}
