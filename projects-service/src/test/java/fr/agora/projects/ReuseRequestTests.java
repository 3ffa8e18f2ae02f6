package fr.agora.projects;

import static fr.agora.platform.messaging.contract.ContractAssertions.assertThatFact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import fr.agora.projects.request.ReuseRequest;
import fr.agora.projects.usecase.UseCase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From a request to a confirmed reuse by the pages, as a browser without scripts gets them. */
class ReuseRequestTests extends RunningService {

    private static final String ALL = "/api/projects/reuse-requests";
    private static final JwtFixture LUCAS = JwtFixture.member("compte-lucas").of("insee");
    private static final JwtFixture RELAY = JwtFixture.member("compte-ada").of("insee");
    private static final JwtFixture STRANGER = JwtFixture.member("compte-zoe").of("ailleurs");

    private String useCase;
    private String brick;

    @BeforeEach
    void twoSides() throws Exception {
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
        useCase = published(AUTHOR, Bodies.HEDGES);
        brick = Objects.requireNonNull(store.findById(useCase, UseCase.class))
                .content()
                .blocks()
                .getFirst()
                .id();
    }

    @Test
    void aRequestIsDiscussedAcceptedDeclaredAndConfirmedByTheForms() throws Exception {
        String page = page("/cas-usage/compter-les-haies", LUCAS);
        assertThat(page).contains("0 réutilisation confirmée");
        assertThat(page).contains("/reutilisations/demandes/nouvelle?casUsage=compter-les-haies");
        assertThat(page("/cas-usage/compter-les-haies", AUTHOR)).doesNotContain("Demander à réutiliser");
        assertThat(page("/reutilisations/demandes/nouvelle?casUsage=compter-les-haies&brique=" + brick, LUCAS))
                .contains("value=\"" + brick + "\" checked");
        MockHttpServletResponse asked = call(form("/reutilisations/demandes/nouvelle", LUCAS)
                .param("useCase", "compter-les-haies")
                .param("blocks", brick)
                .param("text", "Nous voudrions <b>compter</b> aussi."));
        String request = Objects.requireNonNull(asked.getHeader("Location")).replace("?fait=demande-envoyee", "");
        assertThat(page("/reutilisations/demandes", AUTHOR)).contains(request, "Nouvelle", "Nom de insee");

        call(form(request + "/messages", AUTHOR).param("text", "Avec plaisir."));
        call(form(request + "/decision", AUTHOR).param("decision", "accepter").param("text", ""));
        String accepted = page(request, LUCAS);
        assertThat(accepted)
                .contains("Acceptée", "Avec plaisir.", "&lt;b&gt;compter&lt;/b&gt;", "INSEE, qui demande")
                .doesNotContain("compte-lea", "<b>compter");
        String declare = "/reutilisations/nouvelle?casUsage=compter-les-haies&brique=" + brick;
        assertThat(accepted).contains(declare.replace("&", "&amp;"));
        assertThat(page(declare, LUCAS)).contains("Nom de insee", "value=\"" + brick + "\" checked");
        MockHttpServletResponse empty = call(form("/reutilisations/nouvelle", LUCAS)
                .param("useCase", "compter-les-haies")
                .param("context", "Un contexte gardé"));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString())
                .contains("Réutilisé depuis le&nbsp;: Ce champ est obligatoire.", "Un contexte gardé")
                .doesNotContain("reuse.field", "field.required");
        MockHttpServletResponse declared = call(form("/reutilisations/nouvelle", LUCAS)
                .param("useCase", "compter-les-haies")
                .param("blocks", brick)
                .param("since", "2026-10-01")
                .param("context", "Nous comptons les haies de tout un bassin.")
                .param("contact", "Bureau des données"));
        String reuse =
                Objects.requireNonNull(declared.getHeader("Location")).replace("?fait=reutilisation-declaree", "");
        assertThat(call(get(reuse)).getStatus()).isEqualTo(404);
        assertThat(page("/reutilisations/mon-organisme", LUCAS)).contains(reuse, "Déclarée");
        assertThat(page("/reutilisations/a-confirmer", RELAY)).contains(reuse + "/confirmer", "Détecteur de haies");

        MockHttpServletResponse confirmed =
                call(form(reuse + "/confirmer", RELAY).param("from", "desk"));
        assertThat(confirmed.getHeader("Location"))
                .isEqualTo("/reutilisations/a-confirmer?fait=reutilisation-confirmee");
        assertThat(page("/cas-usage/compter-les-haies", null)).contains("1 réutilisation confirmée", "Nom de insee");
        assertThat(page("/briques/" + brick, null)).contains("1 réutilisation confirmée", reuse);
        assertThat(page("/reutilisations", null))
                .contains("<svg", "Qui réutilise quoi", "Détecteur de haies", reuse, "<table>")
                .doesNotContain("reuse.");
        assertThat(page(reuse, null))
                .contains("À reconfirmer le", "Bureau des données")
                .doesNotContain("Confirmer<");
    }

    @Test
    void onlyThePartiesKnowThatARequestExists() throws Exception {
        String id = ask();
        String path = ALL + "/" + id;

        assertThat(call(get(path).header("Authorization", STRANGER.bearer())).getStatus())
                .isEqualTo(404);
        assertThat(call(get(path).header("Authorization", MODERATOR.bearer())).getStatus())
                .isEqualTo(404);
        assertThat(call(get(path).header("Authorization", RELAY.bearer())).getStatus())
                .isEqualTo(200);
        assertThat(call(writes(path + "/messages", STRANGER, "{\"text\":\"x\"}"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(call(writes(path + "/accept", LUCAS, "{}")).getStatus()).isEqualTo(403);
        assertThat(call(writes(path + "/accept", RELAY, "{}")).getStatus()).isEqualTo(403);
        assertThat(call(writes(path + "/abandon", AUTHOR, "")).getStatus()).isEqualTo(403);
        assertThat(body(call(get(ALL).header("Authorization", STRANGER.bearer())))
                        .path("items"))
                .isEmpty();
        assertThat(body(call(get(ALL).header("Authorization", AUTHOR.bearer()))).path("items"))
                .hasSize(1);
    }

    @Test
    void aClosedRequestTakesNoMoreMessages() throws Exception {
        String path = ALL + "/" + ask();
        assertThat(call(writes(path + "/refuse", AUTHOR, "{\"text\":\"Pas cette année.\"}"))
                        .getStatus())
                .isEqualTo(200);

        MockHttpServletResponse late = call(writes(path + "/messages", LUCAS, "{\"text\":\"Vraiment ?\"}"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(body(late).path("type").asString()).isEqualTo("urn:agora:problem:request-closed");
        assertThat(body(call(get(path).header("Authorization", LUCAS.bearer()))).path("thread"))
                .hasSize(2);
    }

    @Test
    void bothSidesAndTheirDataOfficersAreToldWithoutAWordOfTheThread() throws Exception {
        ReuseRequest request = Objects.requireNonNull(store.findById(ask(), ReuseRequest.class));

        request.outbox().forEach(each -> assertThatFact(each).matchesItsContract());
        assertThat(request.outbox().getFirst().json())
                .contains("\"accountId\":\"compte-lea\"", "\"organizationId\":\"dinum\"", "\"mandateId\":\"md-amdac\"")
                .doesNotContain("compter aussi");
    }

    @Test
    void anErasedPersonLeavesTheThreadsTheyWroteIn() throws Exception {
        ask();

        hears(Neighbours.ERASED, "m-lucas", 2, "{\"id\":\"m-lucas\",\"accountId\":\"compte-lucas\"}");

        String kept = Objects.requireNonNull(
                        store.getCollection("reuse_requests").find().first())
                .toJson();
        assertThat(kept).contains("compte-efface").doesNotContain("compte-lucas", "compter aussi");
    }

    private String ask() throws Exception {
        MockHttpServletResponse asked = call(
                writes(ALL, LUCAS, "{\"useCase\":\"" + useCase + "\",\"text\":\"Nous voudrions compter aussi.\"}"));
        assertThat(asked.getStatus()).as(asked.getContentAsString()).isEqualTo(201);
        return body(asked).path("id").asString();
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
