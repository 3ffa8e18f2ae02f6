package fr.agora.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.member.Audience;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.Organizations;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DirectoryTest
class ImportFilesTests {

    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();
    private static final String DILA = """
            {"service":[
              {"id":"11111111-0000-4000-8000-000000000001","nom":"Bureau des phares","sigle":"BP",
               "hierarchie":[],"siret":"","type_organisme":"Administration centrale (ou Ministère)",
               "mission":"<p>Veille sur les&nbsp;phares.</p>",
               "adresse_courriel":["chef@phares.exemple"],
               "affectation_personne":[{"personne":{"nom":"Nom-Imaginaire"}}]},
              {"id":"11111111-0000-4000-8000-000000000002","nom":"Ministère de la Mer",
               "hierarchie":[
                 {"type_hierarchie":"Service Fils","service":"11111111-0000-4000-8000-000000000001"},
                 {"type_hierarchie":"Autre hiérarchie","service":"11111111-0000-4000-8000-000000000003"}]},
              {"id":"11111111-0000-4000-8000-000000000003","nom":"Ministère des Lumières",
               "siren":"732829320","siret":"73282932000074",
               "hierarchie":[
                 {"type_hierarchie":"Service Fils","service":{"id":"11111111-0000-4000-8000-000000000001"}}]},
              {"id":"11111111-0000-4000-8000-000000000004","nom":"Préfecture de l'Ardèche",
               "pivot":[{"type_service_local":"prefecture","code_insee_commune":["07186"]}],
               "hierarchie":[]},
              {"id":"11111111-0000-4000-8000-000000000005","nom":"Office",
               "type_organisme":"Etablissement public","siret":"73282932000075"}
            ]}
            """;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Organizations organizations;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void nothingYet() {
        store.remove(new Query(), Organization.class);
        store.remove(new Query(), Member.class);
    }

    @Test
    void theDilasFileBuildsTheTreeWhicheverComesFirstAndAgainChangesNothing() throws Exception {
        String report = report(send("organizations", "application/json", DILA));

        assertThat(report)
                .contains("\"created\":4")
                .contains("\"refused\":1")
                .contains("{\"line\":18,\"outcome\":\"refused\",\"reasons\":[{\"field\":\"siret\"");
        String office = "11111111-0000-4000-8000-000000000001";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                organizations.find(office).orElseThrow().ministries())
                        .extracting("name")
                        .containsExactly("Ministère de la Mer", "Ministère des Lumières"));
        Organization imported = organizations.find(office).orElseThrow();
        assertThat(imported.summary()).isEqualTo("Veille sur les phares.");
        assertThat(imported.outbox().getLast().json()).doesNotContain("@").doesNotContain("Imaginaire");
        assertThat(organizations
                        .find("11111111-0000-4000-8000-000000000004")
                        .orElseThrow()
                        .territoryCodes())
                .containsExactly("COM-07186");
        assertThat(report(send("organizations", "application/json", DILA)))
                .contains("\"created\":0,\"updated\":0,\"unchanged\":4,\"refused\":1");
    }

    @Test
    void aFileCutInTheMiddleIsRefusedWhole() throws Exception {
        send("organizations", "application/json", DILA.substring(0, DILA.length() - 40))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:malformed-body"))
                .andExpect(jsonPath("$.texts.en").exists());
        send("organizations", "application/json", "[{\"id\":\"a\",\"nom\":\"A\"},")
                .andExpect(status().isBadRequest());

        assertThat(store.count(new Query(), Organization.class)).isZero();
    }

    @Test
    void aSpreadsheetIsReadWithItsSemicolonsQuotesAndLineBreaks() throws Exception {
        String csv = "\uFEFFid;nom;type;resume;territoires\r\n"
                + "phares;\"Service; des \"\"phares\"\"\";service;\"Deux\nlignes\";DEP-29|DEP-56\r\n"
                + "\r\n"
                + "trop;A;service;b;c;d;e\r\n"
                + "\uFEFFbalises;Balises;service;;\r\n"
                + "nulle-part;Nulle part;service;;COM-99999\r\n"
                + "bouees;Bouées;service;;\r\n";

        String report = report(send("organizations", "text/csv", csv));

        assertThat(report)
                .contains("{\"line\":2,\"outcome\":\"created\",\"id\":\"phares\"}")
                .contains("{\"line\":5,\"outcome\":\"refused\"")
                .contains("7 cellules pour 5 colonnes")
                .contains("marque d’ordre des octets")
                .contains("est inconnu : COM-99999")
                .contains("{\"line\":8,\"outcome\":\"created\",\"id\":\"bouees\"}");
        Organization read = organizations.find("phares").orElseThrow();
        assertThat(read.name()).isEqualTo("Service; des \"phares\"");
        assertThat(read.summary()).isEqualTo("Deux\nlignes");
        assertThat(read.territoryCodes()).containsExactly("DEP-29", "DEP-56");
        assertThat(report(send("organizations", "text/csv", csv))).contains("\"unchanged\":2");
    }

    @Test
    void aSpreadsheetThatIsNoUtf8OrNeverClosesItsQuoteIsRefusedWhole() throws Exception {
        byte[] latin = "id;nom\nphares;Écluses\n".getBytes(StandardCharsets.ISO_8859_1);

        send("organizations", "text/csv", latin)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].message")
                        .value(org.hamcrest.Matchers.containsString("à partir de l’octet 15")));
        send("organizations", "text/csv", "id;nom\nphares;\"Phares\nbalises;Balises\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        jsonPath("$.errors[0].message").value(org.hamcrest.Matchers.containsString("ouvert ligne 2")));
        send("organizations", "text/csv", "nom\nPhares\n").andExpect(status().isUnprocessableContent());

        assertThat(store.count(new Query(), Organization.class)).isZero();
    }

    @Test
    void aFileOverItsBoundIsRefusedHoweverItIsFolded() throws Exception {
        mvc.perform(post("/api/directory/imports/organizations")
                        .header("Authorization", ADMIN)
                        .header("Content-Length", 40L * 1024 * 1024)
                        .contentType("text/csv")
                        .content(new byte[33 * 1024 * 1024]))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:body-too-large"));
        send("organizations", "text/csv", zipped("id;nom\n" + "x".repeat(40 * 1024 * 1024)))
                .andExpect(status().isContentTooLarge());
        send("organizations", "text/plain", "id;nom").andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void aGzippedFileIsReadAsItIs() throws Exception {
        assertThat(report(send("organizations", "text/csv", zipped("id,nom\nphares,Phares\n"))))
                .contains("\"created\":1");
    }

    @Test
    void aLoopInAFileIsRefusedWhereItCloses() throws Exception {
        String report = report(
                send(
                        "organizations",
                        "application/x-ndjson",
                        "{\"id\":\"a\",\"nom\":\"A\",\"parent_id\":\"b\"}\n{\"id\":\"b\",\"nom\":\"B\",\"parent_id\":\"a\"}\n"));

        assertThat(report)
                .contains("\"created\":1")
                .contains("\"refused\":1")
                .contains("directement ou par ses tutelles");
    }

    @Test
    void cardsOfBothVersionsBecomeProfilesWithoutAddressOrNumber() throws Exception {
        report(send("organizations", "text/csv", "id,nom\ninsee,Institut de la statistique\n"));
        String cards = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:aaaa-1\r\nFN:Aïcha Bellanger\r\n"
                + "ORG:Institut de la statistique;Bureau\r\nTITLE:Géomaticienne\\, relais\r\n"
                + "NOTE:Une ligne rep\r\n liée ici\r\nEMAIL:aicha@insee.exemple\r\nTEL:+33199000000\r\nEND:VCARD\r\n"
                + "BEGIN:VCARD\nVERSION:3.0\nUID:bbbb-2\nN:Dupré;Malo;;;\nFN:Malo Dupré\n"
                + "NOTE:Un texte\nqui continue sans espace\nEND:VCARD\n"
                + "BEGIN:VCARD\nVERSION:3.0\nUID:cccc-3\nFN:Sans Fin\n"
                + "BEGIN:VCARD\nVERSION:3.0\nUID:nora@lab.exemple\nFN:Nora Le Gall\nEND:VCARD\n"
                + "BEGIN:VCARD\nVERSION:2.1\nUID:eeee-5\nFN:Vieux Format\nEND:VCARD\n";

        String report = report(send("members", "text/vcard", cards));

        assertThat(report)
                .contains("{\"line\":1,\"outcome\":\"created\",\"id\":\"aaaa-1\"}")
                .contains("La ligne 18 n’est ni une propriété ni la suite")
                .contains("La carte commencée ligne 20 n’a pas de")
                .containsPattern("\"id\":\"vcard-[0-9a-f]{32}\"")
                .doesNotContain("lab.exemple")
                .contains("doit être 3.0 ou 4.0")
                .contains("\"created\":2,\"updated\":0,\"unchanged\":0,\"refused\":3");
        Member aicha = store.findById("aaaa-1", Member.class);
        assertThat(aicha).isNotNull();
        MemberView shown = MemberView.seenBy(Audience.AGENTS, aicha, Instant.EPOCH);
        assertThat(shown.headline()).isEqualTo("Géomaticienne, relais");
        assertThat(shown.bio()).isEqualTo("Une ligne repliée ici");
        assertThat(shown.organization().id()).isEqualTo("insee");
        assertThat(aicha.outbox().getLast().json())
                .doesNotContain("insee.exemple")
                .doesNotContain("0199000000");
        assertThat(report(send("members", "text/vcard", cards))).contains("\"unchanged\":2");
    }

    private ResultActions send(String kind, String type, String body) throws Exception {
        return send(kind, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions send(String kind, String type, byte[] body) throws Exception {
        return mvc.perform(post("/api/directory/imports/" + kind)
                .header("Authorization", ADMIN)
                .contentType(type)
                .content(body));
    }

    private static String report(ResultActions sent) throws Exception {
        return sent.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
