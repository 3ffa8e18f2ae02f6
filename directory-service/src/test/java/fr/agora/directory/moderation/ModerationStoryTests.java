package fr.agora.directory.moderation;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import fr.agora.directory.mail.Post;
import fr.agora.directory.member.MemberErased;
import fr.agora.local.mail.CaughtMail;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.messaging.contract.ContractExamples;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Amina's profile is reported, judged by Sofia, contested, and judged again by Karim. */
@DirectoryTest
class ModerationStoryTests {

    private static final String KARIM =
            JwtFixture.member("karim").with(Role.MODERATOR).bearer();
    private static final String PROFILE = "/annuaire/membres/m-amina";
    private static final String REPORT = PROFILE + "/signaler";
    private static final String WORDS = "Ce diplôme n’existe pas.";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @Autowired
    private Map<String, Subscription> subscriptions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private CaseSettling settling;

    @Autowired
    private ModerationCases cases;

    private Post post;

    @BeforeEach
    void aProfileAndTwoModerators() throws Exception {
        World.in(mvc, store);
        post = new Post(store, Clock.systemUTC());
        post.reach("amina", "amina@prefecture.exemple", "fr");
        post.reach("monique", "monique@prefecture.exemple", "fr");
        post.reachModerator("sofia", "sofia@agora.exemple");
        post.reachModerator("karim", "karim@agora.exemple");
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aReportedProfileIsTakenDownContestedAndGivenBackByAnotherModerator() throws Exception {
        page(PROFILE, World.MONIQUE).andExpect(content().string(containsString(REPORT)));
        page(PROFILE, World.AMINA).andExpect(content().string(not(containsString(REPORT))));
        report(World.MONIQUE, "MISLEADING").andExpect(redirectedUrl(PROFILE + "?fait=signale"));
        report(World.MONIQUE, "RUDE").andExpect(redirectedUrl(PROFILE + "?fait=deja-signale"));
        report(World.CLAIRE, "MISLEADING").andExpect(redirectedUrl(PROFILE + "?fait=signale"));
        String id = theCase().id();

        page("/moderation", World.SOFIA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Amina Diallo"),
                                containsString("Faux ou trompeur (2)"),
                                containsString("2 signalements"),
                                not(containsString("Monique")),
                                not(containsString("Claire")))));
        page("/moderation/" + id, World.SOFIA)
                .andExpect(content().string(allOf(containsString(WORDS), not(containsString("Monique")))));
        assertThat(inbox("sofia")).containsExactly("Un contenu a été signalé");

        form("/moderation/" + id + "/decider", World.SOFIA)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Écrivez le motif.")));
        form("/moderation/" + id + "/decider", World.SOFIA, "decision", "HIDDEN", "motive", "Diplôme inventé.")
                .andExpect(redirectedUrl("/moderation?fait=signalement-tranche"));

        page(PROFILE, World.MONIQUE).andExpect(status().isNotFound());
        page(PROFILE, World.AMINA).andExpect(status().isOk());
        form("/moi/publier", World.AMINA).andExpect(status().isConflict());
        assertThat(inbox("monique")).contains("Votre signalement a été examiné");
        CaughtMail letter = post.deliver().stream()
                .filter(mail -> mail.to().startsWith("amina@"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.text())
                .contains("retiré un contenu")
                .contains("Diplôme inventé.")
                .contains("/moderation/decisions/" + id)
                .doesNotContain("Monique", WORDS);

        String told = "/moderation/decisions/" + id;
        page(told, World.AMINA)
                .andExpect(content().string(allOf(containsString("Diplôme inventé."), not(containsString(WORDS)))));
        page(told, World.MONIQUE).andExpect(status().isNotFound());
        form(told + "/contester", World.AMINA).andExpect(status().isUnprocessableContent());
        form(told + "/contester", World.AMINA, "text", "Le voici.")
                .andExpect(redirectedUrl(told + "?fait=contestation-recue"));
        form(told + "/contester", World.AMINA, "text", "Encore.").andExpect(status().isConflict());

        form("/moderation/" + id + "/decider", World.SOFIA, "decision", "UPHELD", "motive", "Non.")
                .andExpect(status().isForbidden());
        page("/moderation/" + id, KARIM).andExpect(content().string(containsString("Le voici.")));
        form("/moderation/" + id + "/decider", KARIM, "decision", "REVERSED", "motive", "Le diplôme existe.")
                .andExpect(status().is3xxRedirection());

        page(PROFILE, World.MONIQUE).andExpect(status().isOk());
        assertThat(inbox("amina"))
                .contains("La modération est revenue sur sa décision")
                .hasSize(2);
        report(World.MONIQUE, "RUDE").andExpect(redirectedUrl(PROFILE + "?fait=signale"));
        assertThat(store.findAll(ModerationCase.class)).hasSize(2);
    }

    @Test
    void aLoneModeratorLooksAtTheirOwnDecisionAgain() throws Exception {
        store.remove(new org.springframework.data.mongodb.core.query.Query(), "contact_addresses");
        report(World.MONIQUE, "OTHER");
        String id = theCase().id();
        form("/moderation/" + id + "/decider", World.SOFIA, "decision", "TO_MEND", "motive", "Précisez.");
        page(PROFILE, World.MONIQUE).andExpect(status().isOk());
        form("/moderation/decisions/" + id + "/contester", World.AMINA, "text", "C’est précis.");

        form("/moderation/" + id + "/decider", World.SOFIA, "decision", "UPHELD", "motive", "Pas assez.")
                .andExpect(status().is3xxRedirection());

        assertThat(inbox("amina")).contains("Après votre contestation, la décision est maintenue");
    }

    @Test
    void whoCannotSeeAProfileCannotReportItAndNobodyJudgesTheirOwn() throws Exception {
        for (String hidden : List.of("/annuaire/membres/m-paul/signaler", "/annuaire/membres/inconnu/signaler")) {
            page(hidden, World.MONIQUE).andExpect(status().isNotFound());
            form(hidden, World.MONIQUE, "reason", "RUDE").andExpect(status().isNotFound());
        }
        form(REPORT, World.AMINA, "reason", "RUDE").andExpect(status().isForbidden());
        form(REPORT, World.MONIQUE, "reason", "AUTRE", "text", "Gardez mes mots")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Gardez mes mots")));
        form(REPORT, World.MONIQUE, "reason", "RUDE", "text", "x".repeat(1001))
                .andExpect(status().isUnprocessableContent());
        assertThat(store.findAll(ModerationCase.class)).isEmpty();

        report(World.MONIQUE, "RUDE");
        String amina = JwtFixture.member("amina").with(Role.MODERATOR).bearer();
        String id = theCase().id();
        page("/moderation/" + id, amina).andExpect(content().string(containsString("Ce contenu est le vôtre")));
        form("/moderation/" + id + "/decider", amina, "decision", "KEPT", "motive", "Rien.")
                .andExpect(status().isForbidden());
        assertThat(theCase().steps()).isEmpty();
    }

    @Test
    void whatOtherServicesReportIsJoinedOnceAndTheDecisionIsToldToThem() throws Exception {
        String offer = reported("rp-1", "compte-nour");
        hears(offer);
        hears(offer);
        hears(reported("rp-2", "compte-omar"));
        String id = theCase().id();
        assertThat(theCase().reports()).hasSize(2);

        form("/moderation/" + id + "/decider", World.SOFIA, "decision", "HIDDEN", "motive", "Annonce fictive.");
        hears(offer);

        List<ModerationCase> all = store.findAll(ModerationCase.class);
        assertThat(all).hasSize(1);
        OutboxEntry fact = all.getFirst().outbox().getLast();
        assertThatFact(fact).matchesItsContract();
        assertThat(fact.json())
                .contains("\"owner\":\"jobs\"", "\"itemId\":\"of-1\"", "\"HIDDEN\"")
                .doesNotContain("compte-nour", "sofia");
        assertThat(inbox("compte-nour")).containsExactly("Votre signalement a été examiné");
        assertThat(inbox("compte-lea")).hasSize(1);

        page("/moderation/" + id, KARIM).andExpect(content().string(containsString("value=\"REVERSED\"")));
        form("/moderation/" + id + "/decider", KARIM, "decision", "KEPT", "motive", "Corrigée.")
                .andExpect(status().isUnprocessableContent());
        form("/moderation/" + id + "/decider", KARIM, "decision", "REVERSED", "motive", "Corrigée.");
        form("/moderation/" + id + "/decider", KARIM, "decision", "REVERSED", "motive", "Corrigée.")
                .andExpect(status().isConflict());
        assertThat(theCase().outbox().getLast().revision()).isEqualTo(2);
    }

    @Test
    void whatACrashLeftUndoneIsDoneOnce() throws Exception {
        report(World.MONIQUE, "RUDE");
        ModerationCase reported = theCase();
        reported.decide(Decision.HIDDEN, "Injures.", "sofia", Clock.systemUTC());
        store.save(reported);

        settling.settleTheRest();
        settling.settleTheRest();

        page(PROFILE, World.MONIQUE).andExpect(status().isNotFound());
        assertThat(inbox("amina")).hasSize(1);
        assertThat(cases.unsettled()).isEmpty();
    }

    @Test
    void theOldestWaitsFirstPageByPageAndWhatIsClosedForAYearGoes() throws Exception {
        for (int each = 0; each < 20; each++) {
            hears(reported("rp-" + each, "compte-nour")
                    .replace("of-1", "of-" + each)
                    .replace("Une annonce", "Annonce n" + each + "."));
        }

        String first =
                page("/moderation", World.SOFIA).andReturn().getResponse().getContentAsString();
        assertThat(first).contains("Annonce n0.", "Annonce n17.").doesNotContain("Annonce n18.");
        String next = first.replaceAll("(?s).*href=\"(/moderation\\?cursor=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        mvc.perform(get(java.net.URI.create(next)).header("Authorization", World.SOFIA))
                .andExpect(content()
                        .string(allOf(
                                containsString("Annonce n18."),
                                containsString("Annonce n19."),
                                not(containsString("n17.")))));

        ModerationCase one = store.findAll(ModerationCase.class).getFirst();
        form("/moderation/" + one.id() + "/decider", World.SOFIA, "decision", "KEPT", "motive", "Rien à redire.");
        page("/moderation?etat=clos", World.SOFIA)
                .andExpect(content().string(containsString(one.item().title())));
        store.updateMulti(
                new org.springframework.data.mongodb.core.query.Query(),
                new org.springframework.data.mongodb.core.query.Update().set("outbox", List.of()),
                ModerationCase.class);
        inDays(364).forgetOld();
        assertThat(cases.find(one.id())).isPresent();
        inDays(366).forgetOld();
        assertThat(cases.find(one.id())).isEmpty();
        assertThat(store.findAll(ModerationCase.class)).hasSize(19);
    }

    @Test
    void whoIsErasedLeavesNoWordBehind() throws Exception {
        report(World.MONIQUE, "RUDE");
        hears(reported("rp-1", "monique"));
        String id = cases.joined(new Item(ItemKind.MEMBER, "m-amina", "", "/x"))
                .orElseThrow()
                .id();
        form("/moderation/" + id + "/decider", World.SOFIA, "decision", "TO_MEND", "motive", "Amina, corrigez.");
        form("/moderation/decisions/" + id + "/contester", World.AMINA, "text", "Ma réponse");

        events.publishEvent(new MemberErased("m-monique", "monique"));
        events.publishEvent(new MemberErased("m-amina", "amina"));
        events.publishEvent(new MemberErased("m-sofia", "sofia"));

        assertThat(store.findAll(Document.class, "moderation_cases").toString())
                .doesNotContain("Amina", "Ma réponse", WORDS, "corrigez", "\"monique\"", "=monique", "=sofia", "=amina")
                .contains("Une annonce", "RUDE");
        assertThat(Objects.requireNonNull(store.findById(id, ModerationCase.class))
                        .state())
                .isEqualTo(ModerationCase.State.CLOSED);
    }

    @Test
    void everyExampleOfAReportIsUnderstood() {
        for (String type : List.of("agora.jobs.content-reported.v1", "agora.projects.content-reported.v1")) {
            ContractExamples.of(type).forEach(this::hears);
        }

        assertThat(store.findAll(ModerationCase.class))
                .extracting(each -> each.item().kind())
                .containsExactlyInAnyOrder(ItemKind.OFFER, ItemKind.USE_CASE, ItemKind.BLOCK);
    }

    private CaseSettling inDays(int days) {
        return new CaseSettling(cases, null, null, Clock.offset(Clock.systemUTC(), Duration.ofDays(days)));
    }

    private ModerationCase theCase() {
        return store.findAll(ModerationCase.class).getFirst();
    }

    private ResultActions report(String bearer, String reason) throws Exception {
        return form(REPORT, bearer, "reason", reason, "text", WORDS);
    }

    private ResultActions page(String path, String bearer) throws Exception {
        return mvc.perform(get(path).header("Authorization", bearer));
    }

    private ResultActions form(String path, String bearer, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post(path)
                .header("Authorization", bearer)
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    private List<String> inbox(String account) throws Exception {
        String answer = mvc.perform(get("/api/directory/notices")
                        .header("Authorization", JwtFixture.member(account).bearer()))
                .andExpect(jsonPath("$.items").isArray())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree(answer)
                .path("items")
                .valueStream()
                .map(each -> each.at("/title/fr").asString())
                .toList();
    }

    private static String reported(String id, String reporter) {
        return """
                {"specversion":"1.0","id":"f-%1$s","source":"urn:agora:jobs","type":"agora.jobs.content-reported.v1",
                 "subject":"%1$s","time":"2026-11-26T09:00:00Z","datacontenttype":"application/json",
                 "dataschema":"urn:agora:schema:jobs:content-reported:v1","revision":1,
                 "data":{"id":"%1$s","kind":"offer","itemId":"of-1","title":"Une annonce","url":"/offres/of-1",
                  "reason":"RUDE","text":"Ses mots","reporter":{"accountId":"%2$s"},
                  "author":{"accountId":"compte-lea"},"reportedAt":"2026-11-26T09:00:00Z"}}
                """.formatted(id, reporter);
    }

    private void hears(String envelope) {
        hears(Fact.parse(envelope.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private void hears(Fact fact) {
        subscriptions.values().stream()
                .filter(subscription -> subscription.owner().equals(fact.type().owner()))
                .forEach(subscription -> subscription.handler().handle(List.of(fact)));
    }
}
