package fr.agora.jobs;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.jobs.offer.Offer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an offer says of the post, and how it is found by it. */
class OfferFieldsTests extends RunningService {

    private static final String FRAME = """
            {"requiredSkills":["python"],"salaryFrom":42000,"salaryTo":52000,"rome":"M1405","rmfp":"NUM-042",
             "category":"A","access":"BOTH","versant":"FPE","address":"20 avenue de Ségur 75007 Paris",
             "labId":"ecolab","team":"Sept personnes, dont **deux** géomaticiennes.",
             "process":"Deux entretiens.","contactMandateId":"md-1","useCases":["haies"]}""";

    @Test
    void anOfferSaysItsFrameItsLabAndTheImpactOfItsUseCases() throws Exception {
        neighbours();
        String id = published(RECRUITER, complete());

        JsonNode read = body(call(reads("/api/jobs/offers/" + id)));
        assertThat(read.path("skills").findValuesAsString("code")).containsExactly("python", "cartographie-des-haies");
        assertThat(read.path("lab").path("name").asString()).isEqualTo("Ecolab");
        assertThat(call(replaces("/api/jobs/offers/" + id, RECRUITER, read.toString()))
                        .getStatus())
                .isEqualTo(200);
        assertThat(offer(id).revision()).isEqualTo(1);
        assertThatFact(offer(id).outbox().getLast()).matchesItsContract();
        assertThat(offer(id).outbox().getLast().json())
                .contains("\"required\":true", "\"code\":\"M1405\"", "\"versant\":\"FPE\"");

        String page = page("/offres/" + id);
        assertThat(page)
                .contains("De 42 000 à 52 000 € bruts par an", "Data scientist (ROME M1405)", "Ecolab")
                .contains("Les haies sont comptées en un jour.", "de 30 jours à 1 jours")
                .contains("/contact-donnees/md-1", "Relais données – Direction interministérielle du numérique")
                .contains("Compétences indispensables", "<strong>deux</strong>", "Titulaires et contractuels");
    }

    @Test
    void aContactWhoseMandateEndedIsNoLongerShown() throws Exception {
        neighbours();
        String id = published(RECRUITER, complete());

        hears("agora.directory.mandate-withdrawn.v1", "md-1", 2, "{\"id\":\"md-1\"}");

        assertThat(page("/offres/" + id)).doesNotContain("/contact-donnees/md-1");
        assertThat(call(writes("/api/jobs/offers", RECRUITER, complete())).getStatus())
                .isEqualTo(422);
    }

    @Test
    void anOfferIsToldAgainWhenItsLabChangesItsName() throws Exception {
        neighbours();
        String id = published(RECRUITER, complete());

        hears(
                "agora.directory.organization-published.v1",
                "ecolab",
                2,
                "{\"id\":\"ecolab\",\"name\":\"Écolab\",\"kind\":\"DATALAB\"}");

        assertThat(offer(id).outbox().getLast().json()).contains("Écolab");
    }

    @ParameterizedTest(name = "« {0} » is found by « {1} »")
    @CsvSource({
        "Développeur·se web, développeuse",
        "Développeur·se web, développeur",
        "Développeur(se) web, developpeuse web",
        "Développeur/développeuse web, développeur·se",
        "Développeuse web, développeur·se",
        "Développeuse web, développeur(se)",
        "Développeur web, développeur/développeuse",
        "Développeur·se·s web, développeuse",
        "Administrateur·rice des données, administratrice",
        "Administratrice des données, administrateur·trice",
        "Chargé·e d’études, chargée",
        "Chargé.e d’études, charge",
        "Technicien·ne de données, technicienne",
        "Ingénieur·e données, ingénieure"
    })
    void inclusiveWritingIsFoundBothWays(String title, String asked) throws Exception {
        String id = published(RECRUITER, Bodies.with("title", "\"" + title + "\""));

        MockHttpServletResponse found = call(get("/api/jobs/offers").param("q", asked));

        assertThat(body(found).path("items")).hasSize(1);
        assertThat(body(found).path("items").path(0).path("id").asString()).isEqualTo(id);
    }

    @Test
    void aListIsNarrowedByContractAndEmployerAndItsAddressCanBeShared() throws Exception {
        String intern = published(
                RECRUITER, Bodies.with("contractTypes", "[\"INTERNSHIP\"]").replace("Data scientist", "Stage data"));
        String elsewhere = published(OTHER_RECRUITER, Bodies.DATA_SCIENTIST);

        assertThat(page("/offres?contract=INTERNSHIP"))
                .contains(intern, "<option value=\"INTERNSHIP\" selected>")
                .doesNotContain(elsewhere);
        assertThat(page("/offres?organization=dinum&minRemoteDays=3"))
                .contains(intern, "3 jours et plus", "Seulement les offres de Direction interministérielle")
                .contains("/offres/flux.atom?minRemoteDays=3&amp;organization=dinum")
                .doesNotContain(elsewhere);
    }

    @Test
    void aRefusedFormKeepsTheFrameThatWasTyped() throws Exception {
        neighbours();

        MockHttpServletResponse answer = call(post("/offres/nouvelle")
                .header("Authorization", RECRUITER.bearer())
                .header("X-Agora-Csrf", "jeton")
                .param("_csrf", "jeton")
                .param("title", "Data engineer")
                .param("summary", "Écrire à lea@exemple.exemple")
                .param("remoteDaysPerWeek", "3")
                .param("validThrough", "2026-12-31")
                .param("salaryFrom", "52 000")
                .param("salaryTo", "42000")
                .param("category", "A_PLUS")
                .param("labId", "ecolab")
                .param("address", "Là où l’on veut")
                .param("team", "Une équipe <b>soudée</b>")
                .param("rmfp", "minuscules")
                .param("intent", "publish"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("est inférieur au début de la fourchette", "une adresse électronique ou un téléphone")
                .contains("code RMFP", "value=\"52 000\"", "value=\"minuscules\"", "Là où l’on veut")
                .contains("<option value=\"A_PLUS\" selected>", "<option value=\"ecolab\" selected>")
                .contains("Une équipe &lt;b&gt;soudée&lt;/b&gt;");
    }

    private void neighbours() {
        hears(
                "agora.directory.organization-published.v1",
                "ecolab",
                1,
                "{\"id\":\"ecolab\",\"name\":\"Ecolab\",\"kind\":\"DATALAB\"}");
        hears("agora.projects.use-case-published.v1", "haies", 1, """
                {"id":"haies","title":"Compter les haies","url":"/cas-usage/haies","visibility":"PUBLIC",
                 "whatChanges":"Les haies sont comptées en un jour.",
                 "indicators":[{"label":"Délai","before":"30","after":"1","unit":"jours","measuredOn":"2026-06-01",
                                "source":"Ecolab"}]}""");
        hears("agora.directory.mandate-published.v1", "md-1", 1, """
                {"id":"md-1","role":"RELAY","organization":{"id":"dinum",
                 "name":"Direction interministérielle du numérique"},"state":"ACTIVE","startsOn":"2026-01-01",
                 "holder":{"accountId":"compte-relais"},"url":"/contact-donnees/md-1"}""");
    }

    private String complete() {
        ObjectNode offer = (ObjectNode) json.readTree(Bodies.DATA_SCIENTIST);
        offer.setAll((ObjectNode) json.readTree(FRAME));
        return offer.toString();
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = call(get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        // grouped figures carry narrow spaces
        return answer.getContentAsString().replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    private Offer offer(String id) {
        return Objects.requireNonNull(store.findById(id, Offer.class));
    }
}
