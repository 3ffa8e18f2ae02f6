package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.award.Mention;
import fr.agora.projects.credit.Credit;
import fr.agora.projects.usecase.UseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

/** Reviews, credits, awards and links: who gives them, who is shown, what others are told. */
class PraiseTests extends RunningService {

    private static final String USE_CASE = "/api/projects/use-cases/compter-les-haies";
    private static final String PAGE = "/cas-usage/compter-les-haies";
    private static final JwtFixture NORA = JwtFixture.member("compte-nora").of("insee");
    private static final String NIGHT = """
            {"name":"Nuit de la Data 2024","heldOn":"2024-11-21","categories":["Service public","Transition écologique"]}""";

    @Autowired
    private Map<String, ReplaySource> replays;

    private String useCase;

    @BeforeEach
    void aUseCaseAndAMember() throws Exception {
        useCase = published(AUTHOR, Bodies.HEDGES);
        hears(Neighbours.MEMBER, "m-nora", 1, Neighbours.member("m-nora", "Nora Lemaire", "compte-nora", "AGENTS"));
    }

    @Test
    void aPersonIsNamedOnlyAfterAcceptingAndAsLongAsTheyLike() throws Exception {
        String id = proposed();
        assertThat(page(PAGE, AUTHOR)).doesNotContain("Nora Lemaire");
        assertThat(page("/cas-usage/mes-credits", NORA)).contains("Compter les haies", "Data scientist", "Accepter");
        assertThat(call(writes("/api/projects/credits/" + id + "/accept", AUTHOR, ""))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(writes("/api/projects/credits/" + id + "/accept", OTHER_AUTHOR, ""))
                        .getStatus())
                .isEqualTo(404);

        MockHttpServletResponse accepted = call(form("/cas-usage/mes-credits/" + id + "/accepter", NORA));
        assertThat(accepted.getHeader("Location")).isEqualTo("/cas-usage/mes-credits?fait=credit-accepte");
        assertThat(page(PAGE, AUTHOR)).contains("Nora Lemaire", "/annuaire/membres/m-nora", "Data scientist");
        assertThat(page(PAGE, null)).as("her profile is for agents").doesNotContain("Nora Lemaire");
        assertThat(body(call(get(USE_CASE + "/credits")))).isEmpty();
        OutboxEntry told = credit(id).outbox().getLast();
        assertThatFact(told).matchesItsContract();
        assertThat(json.readTree(told.json()).path("data").path("memberId").asString())
                .isEqualTo("m-nora");
        assertThat(told.json()).doesNotContain("Nora", "compte-");

        call(writes("/api/projects/credits/" + id + "/withdraw", NORA, ""));
        assertThat(credit(id).outbox().getLast().type()).isEqualTo("agora.projects.credit-withdrawn.v1");
        assertThat(page(PAGE, AUTHOR)).doesNotContain("Nora Lemaire");
        assertThat(code(call(writes("/api/projects/credits/" + id + "/accept", NORA, ""))))
                .isEqualTo("urn:agora:problem:credit-state");
    }

    @Test
    void aCreditFollowsItsUseCaseAndIsReplayed() throws Exception {
        String id = proposed();
        call(writes("/api/projects/credits/" + id + "/accept", NORA, ""));
        call(writes(USE_CASE + "/withdraw", AUTHOR, ""));
        assertThat(credit(id).outbox().getLast().type()).isEqualTo("agora.projects.credit-withdrawn.v1");
        call(writes("/api/projects/use-cases/" + useCase + "/publish", AUTHOR, ""));
        call(replaces("/api/projects/use-cases/" + useCase, AUTHOR, Bodies.with("title", "\"Compter mieux\"")));

        List<OutboxEntry> replayed = new ArrayList<>();
        replays.values().stream()
                .filter(each -> each.kind().equals("credit"))
                .forEach(each -> each.forEachCurrent(replayed::add));

        assertThat(replayed).hasSize(1);
        assertThatFact(replayed.getFirst()).matchesItsContract();
        assertThat(replayed.getFirst().json()).contains("Compter mieux");
    }

    @Test
    void anErasedPersonIsNamedNowhereAnyMore() throws Exception {
        String id = proposed();
        call(writes("/api/projects/credits/" + id + "/accept", NORA, ""));
        call(writes(USE_CASE + "/mentions", AUTHOR, mention("https://journal.exemple/haies", "[\"m-nora\"]")));
        assertThat(page(PAGE, AUTHOR)).contains("Le Journal", "Nora Lemaire");

        hears(Neighbours.ERASED, "m-nora", 2, "{\"id\":\"m-nora\",\"accountId\":\"compte-nora\"}");
        hears(Neighbours.ERASED, "compte", 2, "{\"id\":\"m-lea\",\"accountId\":\"compte-lea\"}");

        assertThat(credit(id).outbox().getLast().type()).isEqualTo("agora.projects.credit-withdrawn.v1");
        assertThat(page(PAGE, MEMBER)).contains("Le Journal").doesNotContain("Nora Lemaire");
        assertThat(Objects.requireNonNull(
                                store.getCollection("people_copy").find().first())
                        .keySet())
                .as("a tombstone, so that a late fact names nobody")
                .containsExactlyInAnyOrder("_id", "revision", "withdrawn");
        for (String collection : List.of("credits", "mentions", "use_cases")) {
            store.getCollection(collection).find().forEach(each -> {
                each.remove("outbox");
                each.remove("history");
                assertThat(each.toJson())
                        .as(collection)
                        .doesNotContain("m-nora\"", "compte-nora", "Nora", "compte-lea");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"m-absent,Data,member", "m-cachee,Data,member", "m-nora,'',role", "m-sans-compte,Data,member"})
    void aWrongProposalNamesItsField(String member, String role, String field) throws Exception {
        hears(Neighbours.MEMBER, "m-cachee", 1, Neighbours.member("m-cachee", "Nora Cachée", "compte-c", "NETWORK"));
        hears(Neighbours.MEMBER, "m-sans-compte", 1, """
                {"id":"m-sans-compte","displayName":"Nora Seule","visibility":"PUBLIC"}""");

        MockHttpServletResponse refused = call(
                writes(USE_CASE + "/credits", AUTHOR, "{\"member\":\"" + member + "\",\"role\":\"" + role + "\"}"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field")).containsExactly(field);
    }

    @Test
    void aPersonIsProposedOnceByThoseWhoWriteTheUseCase() throws Exception {
        proposed();

        assertThat(code(call(writes(USE_CASE + "/credits", AUTHOR, "{\"member\":\"m-nora\",\"role\":\"x\"}"))))
                .isEqualTo("urn:agora:problem:credit-already-proposed");
        assertThat(call(writes(USE_CASE + "/credits", NORA, "{\"member\":\"m-nora\",\"role\":\"x\"}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(page(PAGE + "/valorisation?nom=nora", AUTHOR))
                .contains("Nora Lemaire", "Proposé", "value=\"m-nora\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2222222222,REPLICABLE,20",
        "2222222100,REPLICABLE,15",
        "2222022222,REPLICABLE,18",
        "2022222222,WITH_CONDITIONS,18",
        "2222202222,WITH_CONDITIONS,18",
        "1111111100,WITH_CONDITIONS,8",
        "1111111000,NOT_REPLICABLE,7"
    })
    void theVerdictFollowsFromTheScores(String points, String verdict, int total) throws Exception {
        MockHttpServletResponse reviewed = call(writes(USE_CASE + "/replicability-reviews", MODERATOR, review(points)));

        assertThat(reviewed.getStatus()).as(reviewed.getContentAsString()).isEqualTo(201);
        assertThat(body(reviewed).path("verdict").asString()).isEqualTo(verdict);
        assertThat(body(reviewed).path("total").asInt()).isEqualTo(total);
    }

    @Test
    void reviewsAreKeptShownFilteredAndTold() throws Exception {
        assertThat(call(writes(USE_CASE + "/replicability-reviews", AUTHOR, review("2222222222")))
                        .getStatus())
                .isEqualTo(403);
        call(writes(USE_CASE + "/replicability-reviews", MODERATOR, review("1111111000")));
        clock.advance(Duration.ofDays(30));
        call(writes(USE_CASE + "/replicability-reviews", MODERATOR, review("2222222222")));

        assertThat(page(PAGE + "/replicabilite", null))
                .contains("Revue du 23 décembre 2026", "Revue précédente, du 23 novembre 2026", "20 points sur 20")
                .doesNotContain("replicability.", "criterion.", "compte-iris");
        assertThat(page(PAGE, null)).contains("Réplicable, d’après la revue du 23 décembre 2026.");
        assertThat(body(call(get("/api/projects/use-cases?replicability=REPLICABLE")))
                        .path("items"))
                .hasSize(1);
        assertThat(body(call(get("/api/projects/use-cases?replicability=NOT_REPLICABLE")))
                        .path("items"))
                .isEmpty();
        assertThat(page("/cas-usage?replicability=REPLICABLE", null)).contains(PAGE);
        UseCase stored = Objects.requireNonNull(store.findById(useCase, UseCase.class));
        OutboxEntry told = stored.outbox().stream()
                .filter(each -> each.type().equals("agora.projects.use-case-published.v1"))
                .toList()
                .getLast();
        assertThatFact(told).matchesItsContract();
        JsonNode data = json.readTree(told.json()).path("data");
        assertThat(data.path("replicability").path("verdict").asString()).isEqualTo("REPLICABLE");
    }

    @Test
    void aReviewWithoutEvidenceIsRefusedAtEachCriterion() throws Exception {
        MockHttpServletResponse refused = call(form(PAGE + "/replicabilite/evaluer", MODERATOR)
                .param("scores.OPEN_CODE.points", "2")
                .param("scores.OPEN_CODE.evidence", "Le dépôt se lit")
                .param("scores.LICENCE.points", "7")
                .param("summary", "Tout va bien"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("Licence, note&nbsp;: Ce champ est obligatoire.", "Licence, constat&nbsp;: ")
                .contains("Le dépôt se lit", "Tout va bien")
                .doesNotContain("Code ouvert, note&nbsp;: ", "replicability.field");
        assertThat(page(PAGE + "/replicabilite/evaluer", MODERATOR)).doesNotContain("criterion.", "replicability.");
    }

    @Test
    void anAwardShowsOnTheUseCaseTheTrophiesAndTheLaureates() throws Exception {
        assertThat(page("/trophees", null)).contains("Aucune édition");
        assertThat(call(writes("/api/projects/award-editions", AUTHOR, NIGHT)).getStatus())
                .isEqualTo(403);
        assertThat(call(writes("/api/projects/award-editions", MODERATOR, NIGHT))
                        .getStatus())
                .isEqualTo(201);
        assertThat(code(call(writes("/api/projects/award-editions", MODERATOR, NIGHT))))
                .isEqualTo("urn:agora:problem:edition-exists");
        call(writes("/api/projects/credits/" + proposed() + "/accept", NORA, ""));
        MockHttpServletResponse given = call(form(PAGE + "/valorisation/trophees", MODERATOR)
                .param("race", "nuit-de-la-data-2024/transition-ecologique")
                .param("rank", "laureat"));
        assertThat(given.getHeader("Location")).isEqualTo(PAGE + "/valorisation?fait=trophee-enregistre");

        assertThat(page(PAGE, null)).contains("Lauréat « Transition écologique », Nuit de la Data 2024");
        assertThat(page("/trophees?edition=nuit-de-la-data-2024&rang=laureat", AUTHOR))
                .contains("Compter les haies", "Nora Lemaire", "Transition écologique")
                .doesNotContain("award.");
        assertThat(call(get("/trophees/laureats").header("HX-Request", "true")).getContentAsString())
                .contains(PAGE, "Nuit de la Data 2024")
                .doesNotContain("<html");
        JsonNode laureates = body(call(get("/api/projects/laureates?size=3")));
        assertThat(laureates.path(0).path("edition").asString()).isEqualTo("Nuit de la Data 2024");
        assertThat(laureates.path(0).path("people")).isEmpty();
        assertThat(body(call(get("/api/projects/use-cases?award=nuit-de-la-data-2024")))
                        .path("items"))
                .hasSize(1);
        assertThat(call(get("/trophees?edition=inconnue")).getStatus()).isEqualTo(404);
        assertThat(page(PAGE + "/valorisation", MODERATOR)).contains("Retirer ce trophée");
        assertThat(call(form(
                                PAGE + "/valorisation/trophees/nuit-de-la-data-2024.transition-ecologique." + useCase
                                        + "/retirer",
                                MODERATOR))
                        .getStatus())
                .isEqualTo(302);
        assertThat(body(call(get("/api/projects/laureates")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://journal.exemple/haies", "javascript:alert(1)", "journal.exemple", "https://moi@journal.exemple/"
    })
    void aLinkIsASecureAddress(String link) throws Exception {
        MockHttpServletResponse refused = call(writes(USE_CASE + "/mentions", AUTHOR, mention(link, "[]")));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field")).containsExactly("link");
    }

    @Test
    void linksAreKeptByThoseWhoWriteTheUseCase() throws Exception {
        assertThat(call(writes(USE_CASE + "/mentions", NORA, mention("https://a.exemple", "[]")))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(writes(USE_CASE + "/mentions", AUTHOR, mention("https://a.exemple", "[\"m-nora\"]")))
                        .getStatus())
                .as("she has not accepted to be named")
                .isEqualTo(422);
        MockHttpServletResponse empty =
                call(form(PAGE + "/valorisation/liens", AUTHOR).param("title", "Un titre gardé"));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString())
                .contains("Un titre gardé", "Adresse&nbsp;: ")
                .doesNotContain("praise.");

        call(form(PAGE + "/valorisation/liens", AUTHOR)
                .param("kind", "PODCAST")
                .param("title", "Les haies vues du ciel")
                .param("source", "Radio de l’Ardèche")
                .param("publishedOn", "2026-10-02")
                .param("link", "https://radio.exemple/haies"));
        assertThat(page(PAGE, null)).contains("Podcast", "https://radio.exemple/haies", "Radio de l’Ardèche");
    }

    @Test
    void whatIsWonAndSaidOfAPersonsPartIsToldWithTheirCredit() throws Exception {
        String id = proposed();
        call(writes("/api/projects/credits/" + id + "/accept", NORA, ""));
        call(writes(USE_CASE + "/mentions", AUTHOR, mention("https://journal.exemple/nora", "[\"m-nora\"]")));
        call(writes(USE_CASE + "/mentions", AUTHOR, mention("https://journal.exemple/autre", "[]")));
        call(writes("/api/projects/award-editions", MODERATOR, """
                {"name":"Nuit de la Data 2024","heldOn":"2024-11-21","categories":["Réutilisation"]}"""));
        call(writes(USE_CASE + "/awards", MODERATOR, """
                {"edition":"nuit-de-la-data-2024","category":"reutilisation","laureate":true}"""));

        OutboxEntry told = credit(id).outbox().getLast();

        assertThatFact(told).matchesItsContract();
        JsonNode credit = json.readTree(told.json()).path("data");
        assertThat(credit.path("mentions").findValuesAsString("link")).containsExactly("https://journal.exemple/nora");
        assertThat(credit.path("awards").path(0).path("edition").asString()).isEqualTo("Nuit de la Data 2024");
        assertThat(credit.path("awards").path(0).path("laureate").asBoolean()).isTrue();

        String mention = Objects.requireNonNull(
                        store.findOne(Query.query(Criteria.where("members").is("m-nora")), Mention.class))
                .id();
        call(delete("/api/projects/mentions/" + mention).header("Authorization", AUTHOR.bearer()));
        assertThat(credit(id).outbox().getLast().json()).doesNotContain("journal.exemple");
    }

    private String proposed() throws Exception {
        MockHttpServletResponse answer =
                call(writes(USE_CASE + "/credits", AUTHOR, "{\"member\":\"m-nora\",\"role\":\"Data scientist\"}"));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return body(answer).path("id").asString();
    }

    private static String review(String points) {
        StringBuilder scores = new StringBuilder();
        String[] criteria = {
            "OPEN_CODE", "LICENCE", "DOCUMENTATION", "DATA_ELSEWHERE", "LOCAL_SYSTEM",
            "LEGAL_BASIS", "DPIA_SHARED", "HOSTING", "SKILLS", "CONTACT"
        };
        for (int index = 0; index < criteria.length; index++) {
            scores.append(index == 0 ? "" : ",")
                    .append("\"%s\":{\"points\":%s,\"evidence\":\"Vu.\"}"
                            .formatted(criteria[index], points.charAt(index)));
        }
        return "{\"scores\":{" + scores + "},\"summary\":\"À savoir avant.\"}";
    }

    private static String mention(String link, String members) {
        return """
                {"kind":"PRESS","title":"Des haies comptées","source":"Le Journal","publishedOn":"2026-10-02",
                 "link":"%s","members":%s}""".formatted(link, members);
    }

    private Credit credit(String id) {
        return Objects.requireNonNull(store.findById(id, Credit.class));
    }

    private String code(MockHttpServletResponse answer) throws Exception {
        return body(answer).path("type").asString();
    }

    private String page(String path, @Nullable JwtFixture reader) throws Exception {
        MockHttpServletRequestBuilder asked = get(path);
        if (reader != null) {
            asked.header("Authorization", reader.bearer());
        }
        MockHttpServletResponse answer = call(asked);
        assertThat(answer.getStatus())
                .as(path + " " + answer.getContentAsString())
                .isEqualTo(200);
        return answer.getContentAsString();
    }

    private static MockHttpServletRequestBuilder form(String path, JwtFixture author) {
        return post(path)
                .header("Authorization", author.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton");
    }
}
