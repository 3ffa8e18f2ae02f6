package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Api.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Parts stop and die; what was acknowledged is kept, and found once. */
class FaultIT {

    private static final Duration RECOVERED = Duration.ofMinutes(2);

    private static Agora agora;

    @BeforeAll
    static void start() {
        agora = Agora.running();
    }

    @Test
    void whatIsPublishedWhileTheBrokerIsAwayIsFoundOnceItIsBack() {
        agora.run("stop", "broker");
        String id = post("ornithologue");
        assertThat(agora.anonymous().get("/api/jobs/offers/" + id).status()).isEqualTo(200);
        assertThat(found("ornithologue")).isEmpty();

        agora.run("start", "broker");

        await().atMost(RECOVERED)
                .untilAsserted(() -> assertThat(found("ornithologue")).containsExactly(id));
    }

    @Test
    void twoHundredOffersAreFoundOnceThoughTheSearchIsKilledAmongThem() {
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            posted.add(post("saxophoniste"));
            if (i == 80) {
                agora.run("kill", "search");
            }
        }
        agora.run("start", "search");

        await().atMost(RECOVERED).untilAsserted(() -> {
            List<String> found = found("saxophoniste");
            assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(posted);
        });
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheStoreIsKilled() throws InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 400; i++) {
                Answer answer = create("trapéziste");
                if (answer.status() != 201) {
                    return;
                }
                synchronized (acknowledged) {
                    acknowledged.add(answer.json().path("id").asString());
                }
            }
        });
        await().atMost(RECOVERED).until(() -> {
            synchronized (acknowledged) {
                return acknowledged.size() > 40;
            }
        });
        agora.run("kill", "store");
        writer.join();
        agora.run("start", "store");

        Api recruiter = agora.as("nora.lefevre");
        await().atMost(RECOVERED)
                .until(() -> recruiter
                                .get("/api/jobs/offers/" + acknowledged.getFirst())
                                .status()
                        == 200);
        assertThat(acknowledged)
                .allSatisfy(
                        id -> assertThat(recruiter.get("/api/jobs/offers/" + id).status())
                                .isEqualTo(200));
    }

    @Test
    void readingGoesOnWithoutTheIdentityServer() {
        agora.as("lucas.morvan").get("/api/directory/members/me");
        agora.run("stop", "identity");
        try {
            assertThat(agora.anonymous().get("/").status()).isEqualTo(200);
            assertThat(agora.anonymous().get("/api/search?q=albert").status()).isEqualTo(200);
            assertThat(agora.anonymous().get("/offres").status()).isEqualTo(200);
            assertThat(agora.as("lucas.morvan").get("/api/directory/members/me").status())
                    .isEqualTo(200);
        } finally {
            agora.run("start", "identity");
        }
    }

    @Test
    void theIndexIsRebuiltByReplayWithTheSameHits() {
        String before =
                agora.anonymous().search("données", "&size=50").path("total").toString();

        agora.run("rebuild-index");

        assertThat(agora.anonymous().search("données", "&size=50").path("total").toString())
                .isEqualTo(before);
    }

    private static String post(String word) {
        Answer created = create(word);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.json().path("id").asString();
        Answer published = agora.as("nora.lefevre").post("/api/jobs/offers/" + id + "/publish", "");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return id;
    }

    private static Answer create(String word) {
        return agora.as("nora.lefevre")
                .post("/api/jobs/offers", """
                        {"title":"%s des données","summary":"Essai.","remoteDaysPerWeek":1,"validThrough":"%s","visibility":"PUBLIC"}
                        """.formatted(word, LocalDate.now().plusMonths(1)));
    }

    /** All pages of the answer. */
    private static List<String> found(String word) {
        List<String> ids = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String more = "&kind=offer&size=50";
        while (true) {
            JsonNode page = agora.anonymous().search(word, more);
            page.path("hits").forEach(hit -> {
                if (hit.path("title").asString().startsWith(word)) {
                    ids.add(hit.path("id").asString());
                }
            });
            String next = page.path("next").asString("");
            if (next.isEmpty() || !cursors.add(next)) {
                return ids;
            }
            more = "&kind=offer&size=50&cursor=" + next;
        }
    }
}
