package fr.agora.directory.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.xml.sax.InputSource;

/** What people see of contacts, coverage and networks. */
@DirectoryTest
class ContactPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    private World world;

    @BeforeEach
    void theStateAsItStands() throws Exception {
        world = World.in(mvc, store);
    }

    @Test
    void theAmdacSeesTheGapNamesARelayAndTheAgentFindsThem() throws Exception {
        assertThat(page("/contact-donnees?organisme=DDT+07", World.AMINA))
                .contains("AMDAC", "Claire Fontaine")
                .doesNotContain("Relais données de service déconcentré");
        assertThat(page("/couverture/min-eco?sans-relais=true", World.CLAIRE))
                .contains("Direction départementale des territoires de l’Ardèche", "Sans relais")
                .contains("/moi/mandats/nommer?organisme=ddt-07");

        String contact = send(
                        "/moi/mandats/nommer",
                        World.CLAIRE,
                        "role",
                        "RELAY",
                        "organization",
                        "DDT 07",
                        "person",
                        "monique astier")
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(page(contact, World.CLAIRE)).contains("Monique Astier", "La nomination est enregistrée");
        assertThat(page("/contact-donnees?organisme=DDT+07", World.AMINA))
                .contains("Relais données de service déconcentré", "Monique Astier");
        assertThat(page("/couverture/min-eco?sans-relais=true", World.CLAIRE))
                .doesNotContain("territoires de l’Ardèche");
        assertThat(page("/moi/mandats", World.CLAIRE)).contains("Monique Astier");
    }

    @Test
    void aFormKeepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
        String html = send(
                        "/moi/mandats/nommer",
                        World.CLAIRE,
                        "role",
                        "RELAY",
                        "organization",
                        "Direction générale de la police",
                        "person",
                        "Amina Diallo",
                        "startsOn",
                        "demain",
                        "act",
                        "Lettre de mission 12")
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(html).contains("Lettre de mission 12", "Amina Diallo", "Écrivez une date");
        assertThat(send(
                                "/moi/mandats/nommer",
                                World.CLAIRE,
                                "role",
                                "RELAY",
                                "organization",
                                "Direction générale de la police",
                                "person",
                                "Amina Diallo")
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("ne relève pas d’un ministère dont vous répondez");
    }

    @ParameterizedTest
    @CsvSource({
        "/contact-donnees?organisme=Nulle+part, Aucun organisme ne correspond",
        "/contact-donnees?organisme=Direction, choisissez dans la liste",
        "/contact-donnees?lieu=Atlantide, est inconnu"
    })
    void anUnclearQuestionIsAskedAgain(String path, String words) throws Exception {
        String html = mvc.perform(get(java.net.URI.create(path)))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(html).contains(words);
    }

    @Test
    void theCardHoldsARoleAndAFormAndNobodysName() throws Exception {
        String card = mvc.perform(get("/contact-donnees/amdac-eco/contact.vcf"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/vcard;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\r\n ", "");

        assertThat(card)
                .contains("ORG:Ministère de l’Écologie", "/contact-donnees/amdac-eco/ecrire")
                .doesNotContain("Claire", "EMAIL", "TEL");
    }

    @Test
    void theTreeSaysWhoCoversWhatAndTheCsvSaysTheSame() throws Exception {
        world.imports("organizations", """
                {"id":"sous-direction","nom":"=Sous-direction; des lacs","type":"direction","parent_id":"dg-eau"}
                """);
        world.imports("mandates", """
                {"id":"relay","role":"relais","membre_id":"m-monique","organisation_id":"dg-eau","debut":"2025-01-01"}
                """);

        assertThat(page("/couverture/min-eco", World.AMINA))
                .contains("Monique Astier", "par le relais de DGO", "Sans relais")
                .doesNotContain("/moi/mandats/nommer");
        assertThat(page("/couverture/min-eco/couverture.csv", World.AMINA))
                .contains("Direction générale de l’eau;DGO;Direction;Ministère de l’Écologie;;Relais;;Monique Astier;")
                .contains("\"'=Sous-direction; des lacs\"")
                .contains("Agence de l’eau;;Opérateur;Ministère de l’Écologie;;Sans relais;;;");
        mvc.perform(get("/api/directory/coverage/min-eco").header("Authorization", World.AMINA))
                .andExpect(jsonPath("$.counts.total").value(6))
                .andExpect(jsonPath("$.counts.relays").value(1))
                .andExpect(jsonPath("$.counts.above").value(1))
                .andExpect(jsonPath("$.counts.gaps").value(4));
        assertThat(page("/couverture", World.AMINA)).contains("Ministère de l’Écologie", "33 %");
    }

    @Test
    void aNetworkShowsAndCountsThoseTheReaderMaySee() throws Exception {
        world.imports("mandates", """
                {"id":"relay","role":"relais","membre_id":"m-paul","organisation_id":"dg-eau","debut":"2025-01-01"}
                """);

        assertThat(page("/reseaux/amdac", null)).contains("Claire Fontaine").doesNotContain("Jean Okonkwo");
        assertThat(page("/reseaux/amdac", World.AMINA)).contains("Claire Fontaine", "Jean Okonkwo");
        assertThat(page("/reseaux", null)).contains("1 profil visible").doesNotContain("2 profils");
        assertThat(page("/reseaux/relays", World.AMINA)).doesNotContain("Paul Discret");
    }

    @Test
    void theFeedOfAppointmentsNamesThoseAloneWhoShowThemselvesToAll() throws Exception {
        String feed = page("/reseaux/amdac/nominations.atom", World.AMINA);

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(feed)));
        assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(feed).contains("Claire Fontaine", "Ministère de l’Intérieur").doesNotContain("Jean Okonkwo");
        mvc.perform(get("/reseaux/eig/nominations.atom")).andExpect(status().isNotFound());
    }

    @Test
    void aModeratorAdmitsSomebodyToANetwork() throws Exception {
        send("/reseaux/eig/admettre", World.SOFIA, "person", "Amina Diallo").andExpect(status().isFound());

        assertThat(page("/reseaux/eig", World.AMINA)).contains("Amina Diallo");
        send("/reseaux/amdac/admettre", World.SOFIA, "person", "Amina Diallo").andExpect(status().isConflict());
    }

    private String page(String path, String bearer) throws Exception {
        var request = get(java.net.URI.create(path));
        return mvc.perform(bearer == null ? request : request.header("Authorization", bearer))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions send(String path, String bearer, String... fields) throws Exception {
        var request = post(path)
                .header("Authorization", bearer)
                .header("X-Agora-Csrf", "jeton")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("_csrf", "jeton");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }
}
