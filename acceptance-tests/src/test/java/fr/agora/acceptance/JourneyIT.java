package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Api.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each kind of item through the gateway's API: created, published, edited, found, withdrawn, gone. */
class JourneyIT {

    private static final Duration FINDABLE = Duration.ofSeconds(5);

    private static Agora agora;

    @BeforeAll
    static void start() {
        agora = Agora.running();
    }

    @Test
    void anOrganisationIsFoundByItsNewNameThenGone() {
        String id = "test-" + word();
        String word = word();
        travels(
                "sofia.marchetti",
                "/api/directory/organizations",
                "{\"id\":\"%s\",\"name\":\"Office des %s\",\"kind\":\"OPERATOR\",\"parentIds\":[\"dinum\"]}"
                        .formatted(id, "brouillons"),
                "{\"name\":\"Office des %s\",\"kind\":\"OPERATOR\",\"parentIds\":[\"dinum\"]}".formatted(word),
                word,
                "organization");
    }

    @Test
    void aUseCaseAndItsBrickAreFoundThenGone() {
        String word = word();
        String body = """
                {"title":"%s au service des agents","pitch":"Une idée simple.","audience":"Les agents","whatChanges":"Moins d’attente.",
                "phase":"LIVE","indicators":[{"label":"Délai","before":"10","after":"2","unit":"jours","measuredOn":"2026-09-01","source":"Enquête"}],
                "blocks":[{"name":"Chaîne %s","kind":"PIPELINE","summary":"Des données propres.","licence":"MIT","access":"OPEN"}],
                "organizations":["insee"],"skills":["python"],"themes":["sante"],"visibility":"PUBLIC"}
                """;
        travels(
                "samuel.keita",
                "/api/projects/use-cases",
                body.formatted("Brouillon", "brouillon"),
                body.formatted(word, word),
                word,
                "use-case",
                "block");
    }

    @Test
    void anOfferIsFoundThenGone() {
        String word = word();
        String body = """
                {"title":"Data engineer %s","summary":"Bâtir la chaîne.","description":"Tout.","remoteDaysPerWeek":3,
                "contractTypes":["PERMANENT"],"territories":["DEP-75"],"skills":["python"],"validThrough":"%s","visibility":"PUBLIC"}
                """;
        String until = LocalDate.now().plusMonths(3).toString();
        travels(
                "nora.lefevre",
                "/api/jobs/offers",
                body.formatted("brouillon", until),
                body.formatted(word, until),
                word,
                "offer");
    }

    @Test
    void aMemberIsFoundByThoseTheyChose() {
        String word = word();
        Api admin = agora.as("admin.demo");
        String body = "{\"displayName\":\"Zoé Testard\",\"headline\":\"Spécialiste %s\",\"visibility\":\"%s\"}";
        Answer created = admin.post("/api/directory/members", body.formatted("brouillon", "AGENTS"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String path = "/api/directory/members/" + created.json().path("id").asString();
        assertThat(admin.post(path + "/publish", "").status()).isEqualTo(200);
        admin.put(path, body.formatted(word, "AGENTS"));

        await().atMost(FINDABLE).until(() -> total(agora.as("lucas.morvan"), word, "member") == 1);
        assertThat(total(agora.anonymous(), word, "member")).isZero();
        assertThat(agora.anonymous().get(path).status()).isEqualTo(404);
        assertThat(agora.as("nora.lefevre")
                        .put(path, body.formatted("pris", "PUBLIC"))
                        .status())
                .isEqualTo(403);

        assertThat(admin.post(path + "/withdraw", "").status()).isEqualTo(200);
        await().atMost(FINDABLE).until(() -> total(agora.as("lucas.morvan"), word, "member") == 0);
    }

    private static void travels(
            String account, String collection, String draft, String edited, String word, String... kinds) {
        Api owner = agora.as(account);
        Answer created = owner.post(collection, draft);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String path = collection + "/" + created.json().path("id").asString();
        assertThat(agora.anonymous().get(path).status()).isEqualTo(404);
        Answer published = owner.post(path + "/publish", "");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        Answer changed = owner.put(path, edited);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        for (String kind : kinds) {
            await(kind + " found").atMost(FINDABLE).until(() -> total(agora.anonymous(), word, kind) == 1);
        }
        assertThat(agora.as("rachid.benomar").put(path, edited).status()).isIn(403, 404);
        assertThat(agora.anonymous().post(path + "/withdraw", "").status()).isEqualTo(401);
        Answer withdrawn = owner.post(path + "/withdraw", "");
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);

        for (String kind : kinds) {
            await(kind + " gone").atMost(FINDABLE).until(() -> total(agora.anonymous(), word, kind) == 0);
        }
        assertThat(agora.anonymous().get(path).status()).isEqualTo(404);
    }

    private static int total(Api api, String word, String kind) {
        int found = 0;
        // words close to a made-up one may come too: only those that hold it count
        for (JsonNode hit : api.search(word, "&kind=" + kind).path("hits")) {
            if (hit.toString().toLowerCase(java.util.Locale.ROOT).contains(word)) {
                found++;
            }
        }
        return found;
    }

    private static String word() {
        String letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        return "quiz" + letters + "um";
    }
}
