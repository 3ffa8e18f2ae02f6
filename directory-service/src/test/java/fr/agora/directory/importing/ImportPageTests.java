package fr.agora.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.organization.Organization;
import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.nio.charset.StandardCharsets;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DirectoryTest
class ImportPageTests {

    private static final String PAGE = "/annuaire/importer";
    private static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private MongoTemplate store;

    @BeforeEach
    void nothingYet() {
        store.remove(new Query(), Organization.class);
        store.remove(new Query(), ImportReport.class);
    }

    @Test
    void aFileSentByTheFormAnswersItsReportAsATable() throws Exception {
        String report = send("id;nom;siret\nphares;Phares;\nfaux;Faux;=12345678901234\n")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(report).startsWith(PAGE + "/imp-").endsWith("?fait=importe");
        read(report)
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Tableau CSV")))
                .andExpect(content().string(Matchers.containsString("/annuaire/organismes/phares")))
                .andExpect(content().string(Matchers.containsString("n’est pas un SIRET valable")));
        read(report.replace("?fait=importe", "/rapport.csv"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(Matchers.containsString("2;Créée;\"phares\";\"\"")))
                .andExpect(content().string(Matchers.containsString("3;Refusée;\"\";\"siret : n’est pas")));
        read(PAGE).andExpect(content().string(Matchers.containsString("1 créées, 0 modifiées, 1 refusées")));
    }

    @Test
    void aFileThatCannotBeReadIsSaidSoAtItsField() throws Exception {
        send("{\"service\":[{\"id\":\"a\"")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("JSON valable")));
        send("").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("Choisissez un fichier.")));
        send("BEGIN:VCARD\nVERSION:4.0\nUID:a\nFN:A\nEND:VCARD\n")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(Matchers.containsString("ne décrit pas ce que vous importez")));
    }

    @Test
    void onlyAdministratorsImport() throws Exception {
        String moderator = JwtFixture.member("sofia").with(Role.MODERATOR).bearer();

        mvc.perform(get(PAGE).header("Authorization", moderator)).andExpect(status().isForbidden());
        mvc.perform(get(PAGE)).andExpect(status().is3xxRedirection());
        mvc.perform(get(PAGE + "/imp-x").header("Authorization", moderator)).andExpect(status().isForbidden());
        read(PAGE + "/imp-x").andExpect(status().isNotFound());
    }

    private ResultActions send(String file) throws Exception {
        return mvc.perform(multipart(PAGE)
                .file(new MockMultipartFile(
                        "file", "f", "application/octet-stream", file.getBytes(StandardCharsets.UTF_8)))
                .param("kind", "ORGANIZATIONS")
                .param("_csrf", "t")
                .header("X-Agora-Csrf", "t")
                .header("Authorization", ADMIN));
    }

    private ResultActions read(String page) throws Exception {
        return mvc.perform(get(page).header("Authorization", ADMIN));
    }
}
