package fr.agora.directory.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.member.CreditAccepted;
import fr.agora.directory.member.CreditWithdrawn;
import fr.agora.directory.member.Member;
import fr.agora.directory.notice.InboxNotice;
import fr.agora.directory.organization.Organization;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

/** What neighbours tell shows on the pages of organisations and people, and in inboxes. */
@DirectoryTest
@RecordApplicationEvents
class WorksStoryTests {

    private static final String AMINA = JwtFixture.member("amina").bearer();
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private Map<String, Subscription> subscriptions;

    @Autowired
    private ApplicationEvents events;

    @BeforeEach
    void aLabAndItsHead() throws Exception {
        Stream.of("works_copy", "credits_copy").forEach(copy -> store.remove(new Query(), copy));
        Stream.of(Member.class, Organization.class, InboxNotice.class).forEach(kind -> store.remove(new Query(), kind));
        load("organizations", "{\"source\":\"t\",\"id\":\"lab\",\"nom\":\"Datalab de l’eau\",\"type\":\"datalab\"}");
        load(
                "members",
                "{\"source\":\"t\",\"id\":\"m-amina\",\"display_name\":\"Amina Diallo\",\"organisation_id\":\"lab\",\"compte\":\"amina\",\"visibility\":\"public\"}");
    }

    private void load(String what, String line) throws Exception {
        mvc.perform(post("/api/directory/imports/" + what)
                        .header("Authorization", ADMIN)
                        .contentType(LineImport.NDJSON)
                        .content(line))
                .andExpect(status().isOk());
    }

    @Test
    void theWorksOfALabStandOnItsPageForThoseWhoMaySeeThem() throws Exception {
        hears(
                "agora.projects.use-case-published.v1",
                "haies",
                2,
                work("haies", "title", "Compter les haies", "PUBLIC"));
        hears("agora.projects.use-case-published.v1", "haies", 1, work("haies", "title", "Un titre périmé", "PUBLIC"));
        hears("agora.projects.block-published.v1", "b-1", 1, work("b-1", "name", "Modèle de haies", "AGENTS"));
        hears(
                "agora.jobs.offer-published.v1",
                "o-1",
                1,
                offer("o-1", "Data scientist", LocalDate.now().plusDays(9)));
        hears(
                "agora.jobs.offer-published.v1",
                "o-2",
                1,
                offer("o-2", "Offre passée", LocalDate.now().minusDays(9)));

        mvc.perform(get("/annuaire/organismes/lab"))
                .andExpect(content().string(containsString("Compter les haies")))
                .andExpect(content().string(containsString("Data scientist")))
                .andExpect(content().string(not(containsString("Un titre périmé"))))
                .andExpect(content().string(not(containsString("Modèle de haies"))))
                .andExpect(content().string(not(containsString("Offre passée"))));
        mvc.perform(get("/annuaire/organismes/lab").header("Authorization", AMINA))
                .andExpect(content().string(containsString("Modèle de haies")));

        hears("agora.projects.use-case-withdrawn.v1", "haies", 3, "{\"id\":\"haies\"}");
        hears(
                "agora.projects.use-case-published.v1",
                "haies",
                2,
                work("haies", "title", "Compter les haies", "PUBLIC"));

        mvc.perform(get("/annuaire/organismes/lab"))
                .andExpect(content().string(not(containsString("Compter les haies"))));
    }

    @Test
    void aCreditShowsOnItsPersonsPageAndBearsOutTheirSkills() throws Exception {
        hears("agora.projects.credit-published.v1", "cr-1", 1, credit("PUBLIC"));
        hears(
                "agora.projects.use-case-published.v1",
                "haies",
                1,
                work("haies", "title", "Compter les haies", "PUBLIC"));

        mvc.perform(get("/annuaire/membres/m-amina"))
                .andExpect(content().string(containsString("Réalisations")))
                .andExpect(content().string(containsString("Conduite du projet")));
        assertThat(events.stream(CreditAccepted.class))
                .contains(new CreditAccepted("m-amina", "haies", "/cas-usage/haies", List.of("python")));

        hears("agora.projects.credit-withdrawn.v1", "cr-1", 2, "{\"id\":\"cr-1\"}");
        hears("agora.projects.credit-withdrawn.v1", "cr-1", 2, "{\"id\":\"cr-1\"}");

        mvc.perform(get("/annuaire/membres/m-amina"))
                .andExpect(content().string(not(containsString("Conduite du projet"))));
        assertThat(events.stream(CreditWithdrawn.class))
                .hasSize(2)
                .containsOnly(new CreditWithdrawn("m-amina", "haies"));
    }

    @Test
    void whatAPersonsWorkWonAndWhereItIsSpokenOfShowOnTheirPage() throws Exception {
        hears("agora.projects.credit-published.v1", "cr-1", 1, credit("PUBLIC").replace("\"role\"", """
                "awards":[{"edition":"Nuit de la Data 2024","category":"Réutilisation","laureate":true}],
                "mentions":[{"kind":"PRESS","title":"Haies sauvées","source":"Le Journal","publishedOn":"2026-11-02",
                             "link":"https://journal.exemple/haies"},
                            {"kind":"PRESS","title":"Piège","source":"x","publishedOn":"2026-11-02",
                             "link":"javascript:alert(1)"}],
                "role\""""));

        mvc.perform(get("/annuaire/membres/m-amina"))
                .andExpect(content().string(containsString("Lauréat, Nuit de la Data 2024")))
                .andExpect(content().string(containsString("https://journal.exemple/haies")))
                .andExpect(content().string(containsString("Le Journal")))
                .andExpect(content().string(not(containsString("javascript:"))));
    }

    @Test
    void aCreditForAUseCaseNotEverybodySeesIsShownToThoseWhoDo() throws Exception {
        hears("agora.projects.credit-published.v1", "cr-1", 1, credit("AGENTS"));

        mvc.perform(get("/annuaire/membres/m-amina"))
                .andExpect(content().string(not(containsString("Conduite du projet"))));
        mvc.perform(get("/annuaire/membres/m-amina").header("Authorization", AMINA))
                .andExpect(content().string(containsString("Conduite du projet")));
    }

    @Test
    void aNoticeANeighbourAsksForIsInItsReceiversInboxOnce() throws Exception {
        String asked = """
                {"id":"n-1","recipients":[{"memberId":"m-amina"},{"accountId":"amina"}],"kind":"REUSE_REQUESTED",
                 "title":{"fr":"Une demande attend","en":"A request waits"},"url":"/reutilisations/1"}""";
        hears("agora.projects.notice-requested.v1", "n-1", 1, asked);
        hears("agora.projects.notice-requested.v1", "n-1", 1, asked);

        mvc.perform(get("/api/directory/notices").header("Authorization", AMINA))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].url").value("/reutilisations/1"))
                .andExpect(jsonPath("$.items[0].topic").value("PROJECTS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agora.projects.use-case-published.v1",
                "agora.projects.use-case-withdrawn.v1",
                "agora.projects.block-published.v1",
                "agora.projects.block-withdrawn.v1",
                "agora.projects.credit-published.v1",
                "agora.projects.credit-withdrawn.v1",
                "agora.jobs.offer-published.v1",
                "agora.jobs.offer-withdrawn.v1",
                "agora.projects.notice-requested.v1",
                "agora.jobs.notice-requested.v1",
                "agora.search.notice-requested.v1"
            })
    void everyExampleOfAFactIsUnderstood(String type) {
        List<Fact> examples = ContractExamples.of(type);
        examples.forEach(this::hears);

        assertThat(examples).isNotEmpty();
        String kept =
                type.contains("notice") ? "inbox_notices" : type.contains("credit") ? "credits_copy" : "works_copy";
        assertThat(store.getCollection(kept).countDocuments()).isPositive();
    }

    @Test
    void onlyAnAdministratorHasTheCopiesFilledAgain() throws Exception {
        mvc.perform(post("/api/directory/copies/rebuild").header("Authorization", AMINA))
                .andExpect(status().isForbidden());
        mvc.perform(post("/api/directory/copies/rebuild").header("Authorization", ADMIN))
                .andExpect(status().isAccepted());
    }

    private void hears(String type, String subject, long revision, String data) {
        String[] name = type.split("\\.");
        hears(Fact.parse("""
                {"specversion":"1.0","id":"f-%s-%d","source":"urn:agora:%s","type":"%s","subject":"%s",
                 "time":"2026-11-26T09:00:00Z","datacontenttype":"application/json",
                 "dataschema":"urn:agora:schema:%s:%s:v1","revision":%d,"data":%s}
                """.formatted(subject, revision, name[1], type, subject, name[1], name[2], revision, data)
                .getBytes(StandardCharsets.UTF_8)));
    }

    private void hears(Fact fact) {
        subscriptions.values().stream()
                .filter(each -> each.owner().equals(fact.type().owner()))
                .forEach(each -> each.handler().handle(List.of(fact)));
    }

    private static String work(String id, String field, String title, String visibility) {
        return """
                {"id":"%s","%s":"%s","url":"/cas-usage/%s","visibility":"%s",
                 "organizations":[{"id":"lab","name":"Datalab"}],"skills":[{"code":"python","label":"Python"}]}""".formatted(id, field, title, id, visibility);
    }

    private static String offer(String id, String title, LocalDate until) {
        return """
                {"id":"%s","title":"%s","url":"/offres/%s","visibility":"PUBLIC","validThrough":"%s",
                 "organizations":[{"id":"lab","name":"Datalab"}]}""".formatted(id, title, id, until);
    }

    private static String credit(String visibility) {
        return """
                {"id":"cr-1","memberId":"m-amina","useCase":{"id":"haies","title":"Compter les haies","url":"/cas-usage/haies"},
                 "role":"Conduite du projet","acceptedOn":"2026-11-20","visibility":"%s"}""".formatted(visibility);
    }
}
