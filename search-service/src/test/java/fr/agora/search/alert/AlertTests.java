package fr.agora.search.alert;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.messaging.MalformedFact;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.security.JwtFixture;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import fr.agora.search.index.AlertIndex;
import fr.agora.search.index.IndexUnavailable;
import fr.agora.search.query.Searches;
import fr.agora.search.reader.Readers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class AlertTests extends SearchTest {

    private static final JwtFixture NORA = JwtFixture.member("nora");
    private static final JwtFixture OMAR = JwtFixture.member("omar");

    @Autowired
    private MongoOperations store;

    @Autowired
    private SavedSearches searches;

    @Autowired
    private Alerts alerts;

    @Autowired
    private AlertIndex index;

    @Autowired
    private Searches queries;

    @Autowired
    private Readers readers;

    @Autowired
    private Clock clock;

    @BeforeEach
    void nothingKept() {
        try (var all = searches.all()) {
            all.forEach(alerts::remove);
        }
        store.remove(new Query(), "readers");
    }

    @Test
    void aNewOfferThatMatchesIsToldOnceHoweverOftenItComes() {
        var id = kept(NORA, "q=juriste&kind=offer", Rhythm.AT_ONCE);

        hear(offer("o1", "Juriste en droit public"), offer("o2", "Data engineer"), useCase("u1", "Juriste en ligne"));
        hear(offer("o1", "Juriste en droit public"));
        hear(offer("o1", "Juriste en droit du public").at(2));

        assertThat(told(id)).singleElement().satisfies(fact -> {
            assertThatFact(fact).matchesItsContract();
            assertThat(text(fact))
                    .contains("\"accountId\":\"nora\"", "/alertes")
                    .doesNotContain("Juriste", "o1");
        });
    }

    @Test
    void anEntryTheEngineCannotReadKeepsNoOtherFromBeingTold() {
        var id = kept(NORA, "q=juriste", Rhythm.AT_ONCE);
        var undigestible = offer("huge", "Juriste").ofMinistry("x", "m".repeat(40_000));

        assertThatThrownBy(() -> hear(offer("o1", "Juriste"), undigestible)).isInstanceOf(MalformedFact.class);

        assertThat(told(id)).hasSize(1);
    }

    @Test
    void whatItsOwnerMayNotFindIsNeverTold() {
        var id = kept(NORA, "q=juriste", Rhythm.AT_ONCE);

        hear(
                offer("hidden", "Juriste").seenBy("NETWORK"),
                offer("own", "Juriste").seenBy("ME"));
        assertThat(told(id)).isEmpty();

        hear(offer("agents", "Juriste").seenBy("AGENTS"));
        assertThat(told(id)).hasSize(1);
    }

    @Test
    void anOldOfferThatIsEditedIsNoNews() {
        var id = kept(NORA, "q=juriste", Rhythm.AT_ONCE);

        hear(Facts.offer("old", "Juriste").with("publishedAt", "2026-01-01T08:00:00Z"));

        assertThat(told(id)).isEmpty();
    }

    @Test
    void anAlertFindsWhatTheSearchFinds() {
        var words = List.of(
                "signalconso",
                "trackdéchet",
                "développeuse",
                "lyon",
                "dinum",
                "juriste",
                "télétravail",
                "préfecture",
                "licorne");
        var ids = words.stream()
                .map(one -> kept(NORA, "kind=offer&q=" + one, Rhythm.AT_ONCE))
                .toList();

        hear(
                offer("o1", "Chargée de Signal Conso"),
                offer("o2", "Développeur de Trackdéchets").in("69123", "Lyon"),
                offer("o3", "Juriste").ofOrganization("dinum", "DINUM").with("remoteDaysPerWeek", 3),
                offer("o4", "Gestionnaire").with("description", "À la **préfecture**, au service de l’urbanisme."));

        for (int i = 0; i < words.size(); i++) {
            var found = searchAs(NORA, "kind", "offer", "q", words.get(i)).ids();
            assertThat(told(ids.get(i)).isEmpty())
                    .as("%s: %s", words.get(i), found)
                    .isEqualTo(found.isEmpty());
        }
        assertThat(ids).extracting(id -> told(id).isEmpty()).contains(true, false);
    }

    @Test
    void nothingIsMissedWhileTheIndexOfKeptSearchesIsGone() {
        var id = kept(NORA, "q=juriste", Rhythm.AT_ONCE);
        engine.loseKeptSearches();

        // the broker brings the batch again
        assertThatThrownBy(() -> hear(offer("o1", "Juriste"))).isInstanceOf(IndexUnavailable.class);
        hear(offer("o1", "Juriste"));

        assertThat(told(id)).hasSize(1);
    }

    @Test
    void aSearchKeptWhileTheIndexOfKeptSearchesIsGoneIsAskedLikeAnyOther() {
        var before = kept(OMAR, "q=juriste", Rhythm.AT_ONCE);
        engine.loseKeptSearches();
        var meanwhile = kept(NORA, "q=juriste", Rhythm.AT_ONCE);

        hear(offer("o1", "Juriste"));

        assertThat(told(before)).hasSize(1);
        assertThat(told(meanwhile)).hasSize(1);
    }

    @Test
    void whatNobodyKeepsAnyMoreIsLetGoAndTheIndexOfAnEarlierVersionAfterADay() {
        var id = kept(NORA, "q=juriste", Rhythm.AT_ONCE);
        engine.putForgottenSearch("forgotten");
        engine.leaveKeptSearchesOfBefore();

        alerts.registerAll();
        index.dropFormer(Duration.ofDays(1));
        assertThat(engine.idsOfKeptSearches()).contains(id).doesNotContain("forgotten");
        assertThat(engine.keptSearches()).hasSize(2);

        index.dropFormer(Duration.ZERO);
        assertThat(engine.keptSearches()).singleElement().asString().doesNotEndWith("before");
    }

    @Test
    void whatIsRemovedBetweenItsReadingAndTheFillingOfTheIndexIsNotPutBack() {
        var id = kept(NORA, "q=juriste", Rhythm.AT_ONCE);
        var other = kept(OMAR, "q=juriste", Rhythm.AT_ONCE);
        List<SavedSearch> read;
        try (var all = searches.all()) {
            read = all.toList();
        }
        alerts.remove(searches.find(id).orElseThrow());

        alerts.registerAll(read.stream());

        assertThat(engine.idsOfKeptSearches()).contains(other).doesNotContain(id);
    }

    @Test
    void whatIsFilledBetweenTheTwoStepsOfItsRemovalIsTakenOutAgain() {
        var id = kept(NORA, "q=juriste", Rhythm.AT_ONCE);
        var search = searches.find(id).orElseThrow();
        var beforeTheStore = new SavedSearches(store) {
            @Override
            void remove(SavedSearch removed) {
                alerts.registerAll();
                super.remove(removed);
            }
        };

        new Alerts(beforeTheStore, index, queries, readers, clock).remove(search);

        assertThat(engine.idsOfKeptSearches()).doesNotContain(id);
    }

    @Test
    void aDailyRhythmGathersWhatCameMeanwhile() {
        var id = kept(NORA, "kind=offer", Rhythm.DAILY);
        hear(offer("o1", "Juriste"), offer("o2", "Géomaticien"));
        var tomorrow = Clock.offset(clock, Duration.ofDays(1).plusMinutes(1));

        new AlertRounds(searches, alerts, index, clock).tellWhatIsDue();
        assertThat(told(id)).isEmpty();
        new AlertRounds(searches, alerts, index, tomorrow).tellWhatIsDue();
        new AlertRounds(searches, alerts, index, tomorrow).tellWhatIsDue();

        assertThat(told(id))
                .singleElement()
                .satisfies(fact -> assertThat(text(fact)).contains("2 nouveautés"));
    }

    @Test
    void aSearchIsItsOwnersOnly() throws Exception {
        var id = kept(NORA, "q=juriste", Rhythm.NEVER);

        assertThat(asked(get("/api/search/alerts/" + id), OMAR).getStatus()).isEqualTo(404);
        assertThat(asked(delete("/api/search/alerts/" + id), OMAR).getStatus()).isEqualTo(404);
        assertThat(asked(get("/api/search/alerts"), OMAR).getContentAsString()).isEqualTo("{\"items\":[]}");
        assertThat(mvc.perform(get("/api/search/alerts"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThat(asked(delete("/api/search/alerts/" + id), NORA).getStatus()).isEqualTo(204);
        assertThat(asked(get("/api/search/alerts/" + id), NORA).getStatus()).isEqualTo(404);
    }

    @Test
    void anErasedPersonLeavesNoSearchBehind() {
        var id = kept(NORA, "q=juriste", Rhythm.DAILY);

        hear(Facts.member("m1", "Nora").erased().with("accountId", "nora"));

        assertThat(searches.find(id)).isEmpty();
        assertThat(engine.idsOfKeptSearches()).doesNotContain(id);
    }

    @Test
    void theFiftyFirstIsRefusedAndAnUnknownFacetValueToo() throws Exception {
        for (int n = 0; n < Alerts.MOST_OF_ONE; n++) {
            kept(NORA, "q=juriste" + n, Rhythm.NEVER);
        }

        assertThat(keep(NORA, "q=juriste", Rhythm.NEVER).getContentAsString(StandardCharsets.UTF_8))
                .contains("too-many-alerts");
        assertThat(keep(OMAR, "kind=unicorn", Rhythm.NEVER).getStatus()).isEqualTo(400);
    }

    @Test
    void thePagesKeepChangeAndRemoveASearch() throws Exception {
        var created = asked(
                post("/alertes/nouvelle")
                        .param("name", "Mes juristes")
                        .param("query", "q=juriste&kind=offer")
                        .param("rhythm", "WEEKLY"),
                NORA);
        var id = searches.of("nora", 1).getFirst().id();
        var list = asked(get("/alertes"), NORA).getContentAsString(StandardCharsets.UTF_8);

        assertThat(created.getRedirectedUrl()).isEqualTo("/alertes?fait=alerte");
        assertThat(list).contains("Mes juristes", "/recherche?q=juriste&amp;kind=offer", "value=\"WEEKLY\" selected");
        assertThat(asked(post("/alertes/nouvelle").param("name", "").param("rhythm", "DAILY"), NORA)
                        .getStatus())
                .isEqualTo(422);
        assertThat(asked(post("/alertes/" + id + "/supprimer"), OMAR).getStatus())
                .isEqualTo(404);
        asked(post("/alertes/" + id + "/rythme").param("rhythm", "NEVER"), NORA);
        assertThat(searches.find(id).orElseThrow().rhythm()).isEqualTo(Rhythm.NEVER);
        asked(post("/alertes/" + id + "/supprimer"), NORA);
        assertThat(asked(get("/alertes"), NORA).getContentAsString(StandardCharsets.UTF_8))
                .contains("Vous ne suivez encore aucune recherche");
        assertThat(asked(get("/alertes/nouvelle").param("recherche", "q=juriste"), NORA)
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("value=\"juriste\"", "value=\"q=juriste\"");
    }

    private String kept(JwtFixture user, String query, Rhythm rhythm) {
        try {
            var answer = keep(user, query, rhythm);
            assertThat(answer.getStatus()).isEqualTo(201);
            return String.valueOf(answer.getHeader("Location")).replaceAll(".*/", "");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MockHttpServletResponse keep(JwtFixture user, String query, Rhythm rhythm) throws Exception {
        return asked(
                post("/api/search/alerts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"n\",\"query\":\"%s\",\"rhythm\":\"%s\"}".formatted(query, rhythm)),
                user);
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request, JwtFixture user) throws Exception {
        request.header("X-Agora-Csrf", "jeton").param("_csrf", "jeton");
        return mvc.perform(request.header("Authorization", user.bearer()))
                .andReturn()
                .getResponse();
    }

    private List<OutboxEntry> told(String id) {
        return searches.find(id).orElseThrow().outbox();
    }

    private static String text(OutboxEntry fact) {
        return new String(fact.payload(), StandardCharsets.UTF_8);
    }

    private Facts offer(String id, String title) {
        return Facts.offer(id, title).with("publishedAt", soon());
    }

    private Facts useCase(String id, String title) {
        return Facts.useCase(id, title).with("publishedAt", soon());
    }

    private String soon() {
        return Instant.now(clock).plusSeconds(60).toString();
    }
}
