package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.platform.security.JwtFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Offers that arrive in a file. */
class OfferImportTests extends RunningService {

    private static final String COMPLETE = """
            {"id":"o-1","source":"essai","title":"Géomaticienne ou géomaticien","description_md":"Faire des cartes. Et les expliquer.","remote_days_per_week":3,"contract_types":["CDD","titulaire"],"metier_id":"met-geomaticien","seniority":"confirme","organisation_id":"ddt-ardeche","project_id":"haies","skill_ids":["skl-python","tableau-blanc"],"themes":["Écologie"],"commune_code":"07186","location_label":"Privas","salary_text":"selon expérience","published_at":"2026-11-02","closes_at":"2027-01-31","status":"ouverte","apply_url":"https://exemple.exemple/postuler"}""";

    @Test
    void aLineBecomesAPublishedOffer() throws Exception {
        assertThat(outcomes(COMPLETE)).containsExactly("created");

        Offer offer = offer("o-1");
        assertThat(offer.status()).isEqualTo(OfferStatus.PUBLISHED);
        assertThat(offer.publishedAt()).isEqualTo("2026-11-01T23:00:00Z");
        assertThat(offer.content().summary()).isEqualTo("Faire des cartes.");
        assertThat(offer.content().territories()).extracting("code").containsExactly("COM-07186", "DEP-07", "REG-84");
        assertThat(offer.content().jobFamily().code()).isEqualTo("geomaticien");
        assertThat(offer.content().skills()).extracting("label").containsExactly("Python", "Tableau blanc");
        assertThat(offer.content().themes()).extracting("code").containsExactly("transition-ecologique");
        assertThat(offer.surroundings().organizations().getFirst().name()).isEqualTo("ddt-ardeche");
        assertThatFact(offer.outbox().getLast()).matchesItsContract();
        assertThat(offer.outbox().getLast().json()).doesNotContain("postuler");
    }

    @Test
    void theSameFileAgainChangesAndTellsNothing() throws Exception {
        outcomes(COMPLETE);

        assertThat(outcomes(COMPLETE.replace("\"source\":\"essai\",", "\"salaire\":null,\"source\":\"essai\",")))
                .containsExactly("unchanged");
        assertThat(outcomes(COMPLETE.replace("\"remote_days_per_week\":3", "\"remote_days_per_week\":4")))
                .containsExactly("updated");

        assertThat(offer("o-1").revision()).isEqualTo(2);
        assertThat(offer("o-1").content().remoteDaysPerWeek()).isEqualTo(4);
    }

    @Test
    void aFilledOfferIsGone() throws Exception {
        outcomes(COMPLETE);

        assertThat(outcomes(COMPLETE.replace("ouverte", "pourvue"))).containsExactly("updated");

        assertThat(offer("o-1").status()).isEqualTo(OfferStatus.FILLED);
        assertThat(offer("o-1").outbox()).hasSize(2);
        assertThat(call(reads("/api/jobs/offers/o-1")).getStatus()).isEqualTo(410);
    }

    @Test
    void anOfferPastItsLastDayIsKeptUnseenAndUntold() throws Exception {
        assertThat(outcomes(COMPLETE.replace("2027-01-31", "2026-11-20"))).containsExactly("created");

        assertThat(offer("o-1").status()).isEqualTo(OfferStatus.EXPIRED);
        assertThat(offer("o-1").outbox()).isEmpty();
        assertThat(call(reads("/api/jobs/offers/o-1")).getStatus()).isEqualTo(404);
    }

    @Test
    void theLeastLineIsEnough() throws Exception {
        assertThat(outcomes(
                        "{\"id\":\"o-2\",\"title\":\"Juriste de la donnée\"}",
                        "{\"id\":\"o-3\",\"title\":\"Autre\",\"brouillon\":true}"))
                .containsExactly("created", "created");

        assertThat(offer("o-2").content().validThrough()).isEqualTo("2027-02-21");
        assertThat(offer("o-2").content().summary()).isEqualTo("Juriste de la donnée");
        assertThatFact(offer("o-2").outbox().getLast()).matchesItsContract();
        assertThat(offer("o-3").status()).isEqualTo(OfferStatus.DRAFT);
    }

    @Test
    void nobodysAddressOrTelephoneComesInWithALine() throws Exception {
        outcomes(
                "{\"id\":\"o-2\",\"title\":\"Juriste, 06 12 34 56 78\",\"summary\":\"Écrire à zoe@service.exemple.\","
                        + "\"description_md\":\"Contact : zoe@service.exemple, 01 23 45 67 89\",\"salary_text\":\"selon zoe@service.exemple\"}");

        assertThat(offer("o-2").content().toString())
                .doesNotContain("@", "06 12", "01 23")
                .contains("Juriste, […]");
        assertThat(offer("o-2").outbox().getLast().json()).doesNotContain("@", "06 12", "01 23");
    }

    @Test
    void aBadLineStopsNothing() throws Exception {
        assertThat(outcomes(
                        "pas du json",
                        "{\"title\":\"Sans identifiant\"}",
                        "{\"id\":\"nouvelle\",\"title\":\"Le nom d’une page\"}",
                        "{\"id\":\"o-4\",\"title\":\"Contrat\",\"contract_types\":[\"mandat\"]}",
                        "{\"id\":\"o-5\",\"title\":\"Télétravail\",\"remote_days_per_week\":7}",
                        "{\"id\":\"o-6\",\"title\":\"Date\",\"closes_at\":\"demain\"}",
                        "{\"id\":\"o-7\",\"title\":\"Lieu\",\"departement_code\":\"999\"}",
                        "{\"id\":\"o-8\",\"title\":{\"fr\":\"objet\"}}",
                        "{\"id\":\"o-9\",\"title\":\"Bonne\"}"))
                .containsExactly(
                        "refused", "refused", "refused", "refused", "refused", "refused", "refused", "refused",
                        "created");
    }

    @Test
    void anotherSourceNeverTakesAnOfferOver() throws Exception {
        outcomes(COMPLETE);
        String written = draft(RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(outcomes(COMPLETE.replace("essai", "ailleurs"), "{\"id\":\"" + written + "\",\"title\":\"Prise\"}"))
                .containsExactly("refused", "refused");
    }

    @Test
    void twoImportsAtOnceAndNewsOfAnOrganisationCollideUnnoticed() throws Exception {
        String lines = IntStream.range(0, 60)
                .mapToObj(number -> COMPLETE.replace("o-1", "o-" + number))
                .collect(Collectors.joining("\n"));
        outcomes(lines);
        String changed = lines.replace("Privas", "Privas, préfecture");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> imports(ADMIN, changed));
            var second = threads.submit(
                    () -> imports(ADMIN, changed.replace("\"remote_days_per_week\":3", "\"remote_days_per_week\":4")));
            for (int revision = 1; revision <= 5; revision++) {
                hears(
                        "agora.directory.organization-published.v1",
                        "ddt-ardeche",
                        revision,
                        "{\"id\":\"ddt-ardeche\",\"name\":\"DDT de l’Ardèche " + revision + "\"}");
            }
            for (var answer : List.of(first.get(), second.get())) {
                assertThat(answer.getStatus()).isEqualTo(200);
                assertThat(answer.getContentAsString())
                        .doesNotContain("refused\",")
                        .contains("summary");
            }
        }

        assertThat(store.getCollection("offers").countDocuments()).isEqualTo(60);
        assertThat(store.findAll(Offer.class))
                .allMatch(offer ->
                        offer.surroundings().organizations().getFirst().name().equals("DDT de l’Ardèche 5"));
    }

    @Test
    void onlyAnAdministratorImports() throws Exception {
        assertThat(imports(RECRUITER, COMPLETE).getStatus()).isEqualTo(403);
        assertThat(call(post("/api/jobs/imports/offers")
                                .contentType("application/x-ndjson")
                                .content(COMPLETE))
                        .getStatus())
                .isEqualTo(401);
    }

    private List<String> outcomes(String... lines) throws Exception {
        MockHttpServletResponse answer = imports(ADMIN, String.join("\n", lines));
        assertThat(answer.getStatus()).isEqualTo(200);
        List<JsonNode> report = answer.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> json.readTree(line))
                .toList();
        boolean unchanged = report.size() == 1;
        return unchanged
                ? List.of("unchanged")
                : report.stream()
                        .filter(row -> row.has("outcome"))
                        .map(row -> row.path("outcome").asString())
                        .toList();
    }

    private MockHttpServletResponse imports(JwtFixture author, String body) throws Exception {
        return call(post("/api/jobs/imports/offers")
                .header("Authorization", author.bearer())
                .contentType("application/x-ndjson")
                .content(body));
    }

    private Offer offer(String id) {
        return Objects.requireNonNull(store.findById(id, Offer.class));
    }
}
