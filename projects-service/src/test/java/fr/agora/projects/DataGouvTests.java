package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.projects.referencedata.ReferenceDatasets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** The data of a use case: what data.gouv.fr says of it, and what is shown when it says nothing. */
class DataGouvTests extends RunningService {

    private static final String BAN = "base-adresse-nationale";

    @Autowired
    private ReferenceDatasets referenceData;

    /** Another for each test: a question still under way must not answer the next one. */
    private final String data = "jeu-" + UUID.randomUUID();

    @BeforeEach
    void noLink() {
        for (String collection : new String[] {"data_links", "data_cards", "data_reuses"}) {
            store.remove(new Query(), collection);
        }
        DataGouvApi.forget();
    }

    @Test
    void aLinkedDatasetShowsItsTitleItsLicenceItsSourceAndTheAgeOfTheCard() throws Exception {
        DataGouvApi.holdsDataset(data, "Base Adresse Nationale", true);
        String id = published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse linked = link(id, "https://www.data.gouv.fr/fr/datasets/" + data + "/");

        assertThat(linked.getStatus()).isEqualTo(201);
        JsonNode line = lineOnce(id, each -> each.path("title").asString().equals("Base Adresse Nationale"));
        assertThat(line.path("licence").asString()).isEqualTo("lov2");
        assertThat(line.path("organization").asString()).contains("géographique");
        assertThat(line.path("reference").asBoolean()).isTrue();
        assertThat(line.path("lastUpdate").asString()).startsWith("2026-11-20");
        assertThat(line.path("readAt").isMissingNode()).isFalse();
    }

    @Test
    void anApiIsReadAsOne() throws Exception {
        DataGouvApi.holdsDataservice("api-adresse", "API Adresse");
        String id = published(AUTHOR, Bodies.HEDGES);

        link(id, "https://www.data.gouv.fr/dataservices/api-adresse");

        JsonNode line = lineOnce(id, each -> each.path("title").asString().equals("API Adresse"));
        assertThat(line.path("kind").asString()).isEqualTo("DATASERVICE");
        assertThat(line.path("reference").asBoolean()).isFalse();
    }

    static Stream<Named<ResponseDefinitionBuilder>> failures() {
        return Stream.of(
                Named.of("an error", DataGouvApi.error()),
                Named.of("garbage", DataGouvApi.garbage()),
                Named.of("slowness", DataGouvApi.slow()),
                Named.of("too much", DataGouvApi.huge()),
                Named.of("a cut connection", DataGouvApi.cut()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void thePageIsWholeAndTheLastCardStaysWhileDataGouvFails(ResponseDefinitionBuilder failure) throws Exception {
        DataGouvApi.holdsDataset(data, "Base Adresse Nationale", true);
        String id = published(AUTHOR, Bodies.HEDGES);
        link(id, data);
        String readAt = lineOnce(id, each -> each.has("readAt")).path("readAt").asString();
        DataGouvApi.forget();
        DataGouvApi.answers(data, failure);
        clock.advance(Duration.ofDays(2));

        list(id);
        await().untilAsserted(() -> assertThat(tries()).isPositive());

        JsonNode line = list(id).path(0);
        assertThat(line.path("title").asString()).isEqualTo("Base Adresse Nationale");
        assertThat(line.path("readAt").asString()).isEqualTo(readAt);
        int asked = DataGouvApi.asked();
        list(id);
        assertThat(DataGouvApi.asked()).isEqualTo(asked);
    }

    @Test
    void aFreshCardIsNotAskedForAgain() throws Exception {
        DataGouvApi.holdsDataset(data, "Base Adresse Nationale", false);
        String id = published(AUTHOR, Bodies.HEDGES);
        link(id, data);
        lineOnce(id, each -> each.has("readAt"));
        int asked = DataGouvApi.asked();

        clock.advance(Duration.ofHours(23));
        list(id);

        assertThat(DataGouvApi.asked()).isEqualTo(asked);
    }

    @Test
    void whatDataGouvNoLongerKnowsIsSaidToBeGone() throws Exception {
        DataGouvApi.answers(data, DataGouvApi.gone());
        String id = published(AUTHOR, Bodies.HEDGES);
        link(id, data);

        JsonNode line = lineOnce(id, each -> each.path("gone").asBoolean());

        assertThat(line.path("title").asString()).isEqualTo(data);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../admin",
                "http://127.0.0.1/datasets/x/",
                "https://www.data.gouv.fr.exemple/datasets/x/",
                "Base Adresse",
                "https://www.data.gouv.fr/reuses/abc/"
            })
    void whatIsNoPageOfDataGouvIsRefused(String typed) throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);

        MockHttpServletResponse refused = link(id, typed);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused).path("errors").findValuesAsString("field")).containsExactly("data");
        assertThat(DataGouvApi.asked()).isZero();
    }

    @Test
    void onlyEditorsLinkAndWhoMayNotReadTheUseCaseReadsNoLink() throws Exception {
        String id = published(AUTHOR, Bodies.with("visibility", "\"AGENTS\""));
        String path = "/api/projects/use-cases/" + id + "/data";
        String written = "{\"relation\":\"USED\",\"kind\":\"DATASET\",\"data\":\"" + data + "\"}";

        assertThat(call(writes(path, OTHER_AUTHOR, written)).getStatus()).isEqualTo(403);
        assertThat(call(writes(path, AUTHOR, written)).getStatus()).isEqualTo(201);
        assertThat(call(writes(path, AUTHOR, written)).getStatus()).isEqualTo(422);
        assertThat(call(reads(path)).getStatus()).isEqualTo(404);

        String link = list(id).path(0).path("id").asString();
        String other = published(OTHER_AUTHOR, Bodies.with("title", "\"Autre\""));
        call(delete("/api/projects/use-cases/" + other + "/data/" + link)
                .header("Authorization", OTHER_AUTHOR.bearer()));
        assertThat(list(id)).hasSize(1);
        call(delete(path + "/" + link).header("Authorization", AUTHOR.bearer()));
        assertThat(list(id)).isEmpty();
    }

    @Test
    void theDryRunSendsNothingAndThePublicationIsSentOnce() throws Exception {
        DataGouvApi.takesReuses("reuse-1");
        String id = published(AUTHOR, Bodies.HEDGES);
        String path = "/api/projects/use-cases/" + id + "/data/reuse";
        assertThat(call(reads(path).header("Authorization", AUTHOR.bearer())).getStatus())
                .isEqualTo(409);
        link(id, data);

        JsonNode dry = body(call(reads(path).header("Authorization", AUTHOR.bearer())));
        assertThat(dry.path("url").asString()).endsWith("/cas-usage/compter-les-haies");
        assertThat(dry.at("/datasets/0/id").asString()).isEqualTo(data);
        assertThat(DataGouvApi.reuses()).isEmpty();

        assertThat(call(writes(path, OTHER_AUTHOR, "")).getStatus()).isEqualTo(403);
        assertThat(body(call(writes(path, AUTHOR, ""))).path("reuseId").asString())
                .isEqualTo("reuse-1");
        assertThat(body(call(writes(path, AUTHOR, ""))).path("reuseId").asString())
                .isEqualTo("reuse-1");
        assertThat(DataGouvApi.reuses()).hasSize(1);
        assertThat(DataGouvApi.reuses().getFirst()).doesNotContain("compte-lea");
    }

    @Test
    void aPublicationThatDataGouvRefusesMayBeTriedAgain() throws Exception {
        DataGouvApi.refusesReuses();
        String id = published(AUTHOR, Bodies.HEDGES);
        link(id, data);
        String path = "/api/projects/use-cases/" + id + "/data/reuse";

        assertThat(call(writes(path, AUTHOR, "")).getStatus()).isEqualTo(503);
        DataGouvApi.forget();
        DataGouvApi.takesReuses("reuse-2");

        assertThat(call(writes(path, AUTHOR, "")).getStatus()).isEqualTo(200);
    }

    @Test
    void whatIsNotPublicIsNotPublishedElsewhere() throws Exception {
        String id = published(AUTHOR, Bodies.with("visibility", "\"AGENTS\""));
        link(id, data);

        assertThat(call(writes("/api/projects/use-cases/" + id + "/data/reuse", AUTHOR, ""))
                        .getStatus())
                .isEqualTo(409);
        assertThat(DataGouvApi.reuses()).isEmpty();
    }

    @Test
    void theEditorsPageShowsTheDryRunAndKeepsAWrongAddress() throws Exception {
        String id = published(AUTHOR, Bodies.HEDGES);
        link(id, data);

        assertThat(call(reads("/cas-usage/compter-les-haies/donnees").header("Authorization", AUTHOR.bearer()))
                        .getContentAsString())
                .contains("Publier comme réutilisation", data);
        MockHttpServletResponse refused = call(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        "/cas-usage/compter-les-haies/donnees")
                .header("Authorization", AUTHOR.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("relation", "USED")
                .param("kind", "DATASET")
                .param("data", "pas une adresse"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("value=\"pas une adresse\"");
    }

    @Test
    void theBanIsTheFirstReferenceDatasetAndModeratorsKeepItUpToDate() throws Exception {
        JsonNode ban = body(call(reads("/api/projects/reference-data/" + BAN)));
        assertThat(ban.at("/completeness/source").asString()).isNotBlank();
        assertThat(ban.at("/freshness/measuredOn").asString()).isNotBlank();
        assertThat(ban.at("/diffusion/value").asString()).contains("Licence Ouverte");
        assertThat(call(reads("/donnees-reference")).getContentAsString()).contains("Base Adresse Nationale");

        String written = """
                {"name":"Base Adresse Nationale (BAN)","summary":"Toutes les adresses.","sourceOrganization":"ign",
                 "completeness":{"value":"26,2 millions","measuredOn":"%s","source":"adresse.data.gouv.fr"}}""";
        String path = "/api/projects/reference-data/" + BAN;
        assertThat(call(replaces(path, AUTHOR, written.formatted("2026-01-01"))).getStatus())
                .isEqualTo(403);
        assertThat(call(replaces(path, MODERATOR, written.formatted("2100-01-01")))
                        .getStatus())
                .isEqualTo(422);
        assertThat(call(replaces(path, MODERATOR, written.formatted("2026-01-01")))
                        .getStatus())
                .isEqualTo(200);
        assertThat(call(reads("/donnees-reference/" + BAN)).getContentAsString())
                .contains("26,2 millions", "Pas encore mesurée");
        assertThat(call(reads("/donnees-reference/absente")).getStatus()).isEqualTo(404);
    }

    @Test
    void theSearchIsToldOfReferenceDataUnderItsAdministrationsNameAndOnce() throws Exception {
        String organization = """
                {"id":"ign","name":"Institut des cartes","acronym":"IDC","ministries":[{"id":"eco","name":"Écologie"}]}""";
        hears("agora.directory.organization-published.v1", "ign", 7, organization);

        List<OutboxEntry> told = current();
        hears("agora.directory.organization-published.v1", "ign", 7, organization);

        assertThat(told).anySatisfy(fact -> {
            assertThatFact(fact).matchesItsContract();
            assertThat(fact.json()).contains("Institut des cartes", "\"eco\"", "/donnees-reference/" + BAN);
        });
        assertThat(current())
                .extracting(OutboxEntry::revision)
                .isEqualTo(told.stream().map(OutboxEntry::revision).toList());
    }

    private List<OutboxEntry> current() {
        List<OutboxEntry> told = new ArrayList<>();
        referenceData.forEachCurrent(told::add);
        return told;
    }

    private MockHttpServletResponse link(String id, String typed) throws Exception {
        return call(writes(
                "/api/projects/use-cases/" + id + "/data",
                AUTHOR,
                json.writeValueAsString(java.util.Map.of("relation", "USED", "kind", "DATASET", "data", typed))));
    }

    private JsonNode list(String id) throws Exception {
        return body(call(reads("/api/projects/use-cases/" + id + "/data").header("Authorization", AUTHOR.bearer())));
    }

    private JsonNode lineOnce(String id, Predicate<JsonNode> condition) {
        return await().until(() -> list(id).path(0), condition);
    }

    /** How often data.gouv.fr was asked in vain: such a try is dated later than the card. */
    private long tries() {
        return store.findAll(org.bson.Document.class, "data_cards").stream()
                .filter(card -> card.getDate("triedAt").after(card.getDate("readAt")))
                .count();
    }
}
