package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.reuse.ConfirmedReuses;
import fr.agora.projects.reuse.Reuse;
import fr.agora.projects.reuse.ReuseState;
import fr.agora.projects.reuse.ReuseYear;
import fr.agora.projects.usecase.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The life of a reuse through the API: who may declare, confirm, contest, and what is counted. */
class ReuseStoryTests extends RunningService {

    private static final String ALL = "/api/projects/reuses";
    private static final JwtFixture LUCAS = JwtFixture.member("compte-lucas").of("insee");
    private static final JwtFixture RELAY = JwtFixture.member("compte-ada").of("insee");
    private static final JwtFixture AMDAC = JwtFixture.member("compte-noe");
    private static final JwtFixture WRONG_AMDAC = JwtFixture.member("compte-mia");

    @Autowired
    private ReuseYear year;

    @Autowired
    private ConfirmedReuses confirmed;

    private String useCase;
    private String brick;

    @BeforeEach
    void twoMinistries() throws Exception {
        hears(Neighbours.ORGANIZATION, "insee", 1, Neighbours.organization("insee", "economie"));
        hears(
                Neighbours.MANDATE,
                "md-relais",
                1,
                Neighbours.mandate("md-relais", "RELAY", "insee", "economie", "compte-ada"));
        hears(
                Neighbours.MANDATE,
                "md-amdac",
                1,
                Neighbours.mandate("md-amdac", "AMDAC", "economie", "economie", "compte-noe"));
        hears(
                Neighbours.MANDATE,
                "md-autre",
                1,
                Neighbours.mandate("md-autre", "AMDAC", "premier-ministre", "premier-ministre", "compte-mia"));
        useCase = published(AUTHOR, Bodies.HEDGES);
        brick = stored(useCase).content().blocks().getFirst().id();
    }

    @Test
    void aReuseCountsOnceTheRelayOfTheReusingOrganisationHasConfirmedIt() throws Exception {
        MockHttpServletResponse declared = call(writes(ALL, LUCAS, declaration("[\"" + brick + "\"]")));
        assertThat(declared.getStatus()).as(declared.getContentAsString()).isEqualTo(201);
        String id = body(declared).path("id").asString();
        assertThat(body(declared).path("state").asString()).isEqualTo("DECLARED");
        assertThat(body(call(reads(ALL))).path("items")).isEmpty();
        assertThat(body(call(reads(ALL + "/to-confirm").header("Authorization", RELAY.bearer())))
                        .path("items"))
                .hasSize(1);
        assertThat(body(call(reads(ALL + "/to-confirm").header("Authorization", WRONG_AMDAC.bearer())))
                        .path("items"))
                .isEmpty();

        assertThat(call(writes(ALL + "/" + id + "/confirm", WRONG_AMDAC, "")).getStatus())
                .as("the data officer over the owner sees it, but does not confirm")
                .isEqualTo(403);
        assertThat(call(writes(ALL + "/" + id + "/confirm", AUTHOR, "")).getStatus())
                .isEqualTo(403);
        assertThat(call(writes(ALL + "/" + id + "/confirm", RELAY, "")).getStatus())
                .isEqualTo(200);

        JsonNode listed =
                body(call(reads(ALL + "?useCase=" + useCase))).path("items").path(0);
        assertThat(listed.path("organization").path("id").asString()).isEqualTo("insee");
        assertThat(listed.path("blocks").path(0).path("name").asString()).isEqualTo("Détecteur de haies");
        assertThat(listed.path("dueOn").asString()).isEqualTo("2027-11-23");
        OutboxEntry told = stored(useCase).outbox().stream()
                .filter(each -> each.type().equals("agora.projects.use-case-published.v1"))
                .toList()
                .getLast();
        assertThatFact(told).matchesItsContract();
        assertThat(json.readTree(told.json()).path("data").path("reuseCount").asInt())
                .isEqualTo(1);
        assertThat(confirmed.usedBy(useCase)).containsExactly("Nom de insee");
        MockHttpServletResponse again = call(writes(ALL + "/" + id + "/confirm", AMDAC, ""));
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void everyNoticeNamesItsReadersByOpaqueIdsOnly() throws Exception {
        String id = declared("[]");
        call(writes(ALL + "/" + id + "/confirm", AMDAC, ""));

        List<OutboxEntry> notices = reuse(id).outbox();

        assertThat(notices).extracting(OutboxEntry::type).containsOnly("agora.projects.notice-requested.v1");
        notices.forEach(each -> assertThatFact(each).matchesItsContract());
        assertThat(notices)
                .extracting(each ->
                        json.readTree(each.json()).path("data").path("kind").asString())
                .containsExactly("REUSE_TO_CONFIRM", "REUSE_DECLARED", "REUSE_CONFIRMED");
        assertThat(notices.getFirst().json())
                .contains("\"mandateId\":\"md-amdac\"", "\"mandateId\":\"md-relais\"")
                .doesNotContain("md-autre", "compte-lucas", "Nom de");
    }

    @Test
    void whoCarriesAUseCaseNeverDeclaresItsReuse() throws Exception {
        assertThat(code(call(writes(ALL, AUTHOR, declaration("[]"))))).isEqualTo("urn:agora:problem:reuse-by-owner");
        assertThat(code(call(writes(ALL, MEMBER, declaration("[]"))))).isEqualTo("urn:agora:problem:reuse-by-owner");
        assertThat(code(call(writes(ALL, AMDAC, declaration("[]"))))).isEqualTo("urn:agora:problem:no-organization");
        assertThat(call(writes(ALL, OUTSIDER.of("insee"), declaration("[]"))).getStatus())
                .isEqualTo(403);
        assertThat(store.count(new Query(), "reuses")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "since|\"demain\"",
                "since|\"2026-11-24\"",
                "since|null",
                "context|\"  \"",
                "contact|\"ada@insee.exemple\"",
                "contact|\"bureau, 01 23 45 67 89\"",
                "blocks|[\"brk-dun-autre\"]"
            })
    void everyWrongFieldIsNamed(String field, String value) throws Exception {
        MockHttpServletResponse refused = call(writes(ALL, LUCAS, Bodies.with(declaration("[]"), field, value)));

        assertThat(refused.getStatus()).as(refused.getContentAsString()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field")).containsExactly(field);
    }

    @Test
    void anOrganisationHasOneOpenReuseOfAUseCase() throws Exception {
        String id = declared("[]");

        assertThat(code(call(writes(ALL, RELAY, declaration("[]")))))
                .isEqualTo("urn:agora:problem:reuse-already-declared");
        assertThat(call(writes(ALL + "/" + id + "/withdraw", LUCAS, "")).getStatus())
                .isEqualTo(200);
        assertThat(call(writes(ALL, RELAY, declaration("[]"))).getStatus()).isEqualTo(201);
        assertThat(code(call(writes(ALL + "/" + id + "/confirm", AMDAC, ""))))
                .isEqualTo("urn:agora:problem:reuse-state");
    }

    @Test
    void nobodyConfirmsTheirOwnDeclaration() throws Exception {
        String id = body(call(writes(ALL, RELAY, declaration("[]")))).path("id").asString();

        assertThat(code(call(writes(ALL + "/" + id + "/confirm", RELAY, ""))))
                .isEqualTo("urn:agora:problem:own-declaration");
        assertThat(call(writes(ALL + "/" + id + "/confirm", AMDAC, "")).getStatus())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotConfirmedDoesNotExistForStrangers() throws Exception {
        String id = declared("[]");
        JwtFixture stranger = JwtFixture.member("compte-zoe").of("ailleurs");

        assertThat(call(reads(ALL + "/" + id)).getStatus()).isEqualTo(404);
        MockHttpServletResponse hidden = call(reads(ALL + "/" + id).header("Authorization", stranger.bearer()));
        MockHttpServletResponse absent = call(reads(ALL + "/re-absente").header("Authorization", stranger.bearer()));
        assertThat(hidden.getStatus()).isEqualTo(absent.getStatus()).isEqualTo(404);
        assertThat(body(hidden).path("detail")).isEqualTo(body(absent).path("detail"));
        assertThat(call(writes(ALL + "/" + id + "/confirm", stranger, "")).getStatus())
                .isEqualTo(404);
        assertThat(call(reads(ALL + "/" + id).header("Authorization", AUTHOR.bearer()))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void aReuseIsAskedForAgainAfterAYearAndEndsWhenNobodyAnswers() throws Exception {
        String id = declared("[]");
        call(writes(ALL + "/" + id + "/confirm", AMDAC, ""));
        clock.advance(Duration.ofDays(364));
        year.sweep();
        assertThat(count()).isEqualTo(1);

        clock.advance(Duration.ofDays(1));
        year.sweep();
        year.sweep();
        assertThat(reuse(id).state()).isEqualTo(ReuseState.TO_RECONFIRM);
        assertThat(reuse(id).history()).hasSize(3);
        assertThat(count()).isZero();
        assertThat(call(writes(ALL + "/" + id + "/confirm", RELAY, "")).getStatus())
                .isEqualTo(200);
        assertThat(count()).isEqualTo(1);

        clock.advance(Duration.ofDays(366));
        year.sweep();
        clock.advance(Duration.ofDays(93));
        year.sweep();
        assertThat(reuse(id).state()).isEqualTo(ReuseState.EXPIRED);
        assertThat(call(writes(ALL, LUCAS, declaration("[]"))).getStatus()).isEqualTo(201);
    }

    @Test
    void aContestedReuseStopsCountingUntilAModeratorSettlesIt() throws Exception {
        String id = declared("[]");
        call(writes(ALL + "/" + id + "/confirm", AMDAC, ""));

        assertThat(call(writes(ALL + "/" + id + "/contest", LUCAS, "{\"reason\":\"x\"}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(writes(ALL + "/" + id + "/contest", AUTHOR, "{}")).getStatus())
                .isEqualTo(422);
        assertThat(call(writes(ALL + "/" + id + "/contest", AUTHOR, "{\"reason\":\"Rien n’est en service.\"}"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(count()).isZero();
        assertThat(call(writes(ALL + "/" + id + "/settle", AUTHOR, "{\"stands\":true,\"reason\":\"x\"}"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(writes(
                                ALL + "/" + id + "/settle",
                                MODERATOR,
                                "{\"stands\":true,\"reason\":\"Vu en service.\"}"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(count()).isEqualTo(1);
        assertThat(reuse(id).history().getLast().reason()).isEqualTo("Vu en service.");
    }

    @Test
    void twoConfirmationsAtOnceCountOnce() throws Exception {
        String id = declared("[]");
        Callable<Integer> relay =
                () -> call(writes(ALL + "/" + id + "/confirm", RELAY, "")).getStatus();
        Callable<Integer> amdac =
                () -> call(writes(ALL + "/" + id + "/confirm", AMDAC, "")).getStatus();

        List<Future<Integer>> answers;
        try (var both = Executors.newFixedThreadPool(2)) {
            answers = both.invokeAll(List.of(relay, amdac));
        }

        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aCrashBetweenTheConfirmationAndTheCountIsMadeUpFor() throws Exception {
        String id = declared("[]");
        store.updateFirst(Query.query(Criteria.where("_id").is(id)), Update.update("state", "CONFIRMED"), "reuses");
        store.getCollection("recognition_due")
                .insertOne(new Document("_id", useCase)
                        .append("note", "note-1")
                        .append("since", Date.from(Instant.EPOCH)));
        assertThat(count()).isZero();

        year.sweep();

        assertThat(count()).isEqualTo(1);
        assertThat(store.count(new Query(), "recognition_due")).isZero();
    }

    @Test
    void anErasedPersonLeavesTheReuseToTheirOrganisation() throws Exception {
        hears(Neighbours.MEMBER, "m-lucas", 1, Neighbours.member("m-lucas", "Lucas Morvan", "compte-lucas", "PUBLIC"));
        String id = declared("[]");

        hears(Neighbours.ERASED, "m-lucas", 2, "{\"id\":\"m-lucas\",\"accountId\":\"compte-lucas\"}");
        hears(Neighbours.ERASED, "m-lucas", 2, "{\"id\":\"m-lucas\",\"accountId\":\"compte-lucas\"}");

        String kept = Objects.requireNonNull(
                        store.getCollection("reuses").find().first())
                .toJson();
        assertThat(kept).contains("compte-efface").doesNotContain("compte-lucas");
        assertThat(reuse(id).state()).isEqualTo(ReuseState.DECLARED);
    }

    @Test
    void theGraphJoinsWhoReusesToWhatIsReused() throws Exception {
        call(writes(ALL + "/" + declared("[\"" + brick + "\"]") + "/confirm", AMDAC, ""));

        JsonNode graph = body(call(reads(ALL + "/graph")));

        assertThat(graph.path("organizations").findValuesAsString("name")).containsExactly("INSEE");
        assertThat(graph.path("things").findValuesAsString("name")).containsExactly("Détecteur de haies");
        assertThat(graph.path("links")).hasSize(1);
        call(writes("/api/projects/use-cases/" + useCase + "/withdraw", AUTHOR, ""));
        assertThat(body(call(reads(ALL + "/graph"))).path("links")).isEmpty();
        assertThat(body(call(reads(ALL))).path("items")).isEmpty();
    }

    @Test
    void theGraphTellsFieldServicesOfOneAcronymApart() throws Exception {
        hears(Neighbours.ORGANIZATION, "insee", 2, """
                {"id":"insee","name":"Direction départementale des territoires de la Moselle","acronym":"DDT",
                 "kind":"FIELD_SERVICE","parentIds":["economie"],"ministries":[{"id":"economie","name":"economie"}]}""");
        call(writes(ALL + "/" + declared("[]") + "/confirm", AMDAC, ""));

        assertThat(body(call(reads(ALL + "/graph"))).path("organizations").findValuesAsString("name"))
                .containsExactly("DDT de la Moselle");
    }

    private String declared(String blocks) throws Exception {
        MockHttpServletResponse answer = call(writes(ALL, LUCAS, declaration(blocks)));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        return body(answer).path("id").asString();
    }

    private String declaration(String blocks) {
        return """
                {"useCase":"%s","blocks":%s,"since":"2026-09-01",
                 "context":"Nous comptons aussi les haies.","contact":"Bureau des données"}""".formatted(useCase, blocks);
    }

    private String code(MockHttpServletResponse answer) throws Exception {
        return body(answer).path("type").asString();
    }

    private int count() {
        return stored(useCase).recognition().reuseCount();
    }

    private Reuse reuse(String id) {
        return Objects.requireNonNull(store.findById(id, Reuse.class));
    }

    private UseCase stored(String id) {
        return Objects.requireNonNull(store.findById(id, UseCase.class));
    }
}
