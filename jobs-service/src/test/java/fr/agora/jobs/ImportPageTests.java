package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Another board's file by the page: tried out, imported, refused. */
class ImportPageTests extends RunningService {

    @Test
    void aTrialSaysWhatWouldHappenAndDoesNoneOfIt() throws Exception {
        String file = CspFile.of(CspFile.DATA_SCIENTIST);

        MockHttpServletResponse tried = call(sent(bytes(file)).param("dry", "true"));

        String report = page(tried);
        assertThat(report).contains("Rapport d’essai", "créée").doesNotContain("/offres/off-");
        assertThat(store.getCollection("offers").countDocuments()).isZero();
        assertThat(store.getCollection("source_entries").countDocuments()).isZero();
        assertThat(page(call(sent(bytes(file))))).contains("Rapport d’import", "/offres/off-");
        assertThat(store.getCollection("offers").countDocuments()).isEqualTo(1);
        assertThat(page(call(sent(bytes(file)).param("dry", "true")))).contains("Aucune ligne à signaler");
    }

    @Test
    void aTrialOfAWholeFileCountsWhatItWouldClose() throws Exception {
        String both = CspFile.of(CspFile.DATA_SCIENTIST, CspFile.DATA_SCIENTIST.with("Référence", "2026-1002"));
        call(sent(bytes(both)).param("source", "essai").param("complete", "true"));
        long known = store.getCollection("source_entries").countDocuments();
        String one = CspFile.of(CspFile.DATA_SCIENTIST);
        call(sent(bytes(one)).param("source", "essai").param("complete", "true"));

        String tried = page(call(sent(bytes(one))
                .param("source", "essai")
                .param("complete", "true")
                .param("dry", "true")));

        assertThat(known).isEqualTo(2);
        assertThat(tried).containsPattern("(?s)>\\s*1\\s*<.{0,200}Fermées, absentes");
        assertThat(store.getCollection("offers").find().map(each -> each.getString("status")))
                .containsOnly("PUBLISHED");
    }

    @Test
    void aLatin1FileWithAMarkInItsMiddleIsRefusedWholeAndSaysWhere() throws Exception {
        byte[] latin = CspFile.of(CspFile.DATA_SCIENTIST).getBytes(StandardCharsets.ISO_8859_1);
        MockHttpServletResponse refused = call(sent(latin).param("source", "essai"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("fr-message--error", "value=\"essai\"");

        String glued = CspFile.of(CspFile.DATA_SCIENTIST) + "\uFEFF" + CspFile.of(CspFile.DATA_SCIENTIST);
        refused = call(sent(bytes(glued)));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("marque d’ordre des octets");
        assertThat(store.getCollection("offers").countDocuments()).isZero();
    }

    @Test
    void theFormAsksForAFile() throws Exception {
        MockHttpServletResponse refused = call(sent(new byte[0]));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Choisissez un fichier.");
    }

    private String page(MockHttpServletResponse sent) throws Exception {
        assertThat(sent.getStatus()).as(sent.getContentAsString()).isEqualTo(302);
        String address = sent.getRedirectedUrl();
        assertThat(address).startsWith("/recrutement/importer/imp");
        return call(get(String.valueOf(address)).header("Authorization", ADMIN.bearer()))
                .getContentAsString();
    }

    private static MockMultipartHttpServletRequestBuilder sent(byte[] file) {
        MockMultipartHttpServletRequestBuilder sent =
                multipart("/recrutement/importer").file(new MockMultipartFile("file", "offres.csv", "text/csv", file));
        sent.header("Authorization", ADMIN.bearer())
                .header("X-Agora-Csrf", "jeton")
                .accept("text/html")
                .param("_csrf", "jeton");
        return sent;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
