package fr.agora.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(properties = {"spring.config.import=classpath:platform-defaults.yaml", "agora.web.max-body=2KB"})
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class ApiProblemsTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void aWrongFieldIsNamedInTheRequestsLanguage() throws Exception {
        mvc.perform(post("/api/things").contentType(APPLICATION_JSON).content("{\"name\":\" \"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:agora:problem:invalid-fields"))
                .andExpect(jsonPath("$.errors[0].field").value("name"))
                .andExpect(jsonPath("$.errors[0].message").value("est obligatoire"));
        mvc.perform(post("/api/things")
                        .contentType(APPLICATION_JSON)
                        .locale(Locale.UK)
                        .content("{\"name\":\" \"}"))
                .andExpect(jsonPath("$.errors[0].message").value("is required"))
                .andExpect(jsonPath("$.texts.fr").isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/list?size=5&size=500", "/api/list?cursor=a&cursor=b", "/api/words?q=a&q=b"})
    void aParameterGivenTwiceIsRefusedWhereOneIsMeant(String path) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:invalid-parameter"));
        mvc.perform(get("/api/words?q=a&tag=b&tag=c"))
                .andExpect(status().isOk())
                .andExpect(content().string("a [b, c]"));
    }

    @Test
    void aLineEndInWhatIsLoggedBeginsNoEntry(CapturedOutput log) {
        String forged = "2026-11-26T09:00:00.000Z  WARN 1 --- [agora] [main] f.a.Forged : forged";
        var logger = LoggerFactory.getLogger(ApiProblemsTests.class);

        logger.warn(
                "Somebody is named name={}", "Amina\r\n" + forged + "\u001b[2J\u2028" + forged + "\u0085\r" + forged);
        logger.warn("Something failed", new IllegalStateException("of Amina\n" + forged));

        assertThat(log.getOut().lines().filter(line -> line.matches("\\d{4}-.*")))
                .noneMatch(line -> line.contains("f.a.Forged"))
                .anyMatch(line -> line.endsWith("Somebody is named name=Amina "))
                .anyMatch(line -> line.endsWith("Something failed"));
        assertThat(log.getOut())
                .contains("\n  | " + forged)
                .containsOnlyOnce("java.lang.IllegalStateException: of Amina")
                .contains("\n  | \tat fr.agora.platform.web.ApiProblemsTests")
                .doesNotContain("\u001b[2J", "\r", "\u2028", "\u0085");
    }

    @Test
    void aBoundIsToldInTheSentence() throws Exception {
        mvc.perform(post("/api/things").contentType(APPLICATION_JSON).content("{\"name\":\"trop long\"}"))
                .andExpect(jsonPath("$.errors[0].message").value("dépasse 5 caractères"));
    }

    @Test
    void aBodyThatIsNotJsonOrNotOfTheTypeSaysWhere() throws Exception {
        mvc.perform(post("/api/things").contentType(APPLICATION_JSON).content("{\"name\":"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:malformed-body"));
        mvc.perform(post("/api/things").contentType(APPLICATION_JSON).content("{\"count\":\"many\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("count"));
        mvc.perform(post("/api/things").contentType(MediaType.APPLICATION_XML).content("<a/>"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void aBodyOverItsBoundIsRefusedWhetherAnnouncedOrNot() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(3_000) + "\"}";

        mvc.perform(post("/api/things").contentType(APPLICATION_JSON).content(large))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:body-too-large"));
        mvc.perform(post("/api/things").contentType(APPLICATION_JSON).with(request -> {
                    request.setContent(large.getBytes());
                    return new org.springframework.mock.web.MockHttpServletRequest(
                            request.getServletContext(), request.getMethod(), request.getRequestURI()) {
                        {
                            setContentType(APPLICATION_JSON.toString());
                            setContent(large.getBytes());
                        }

                        @Override
                        public long getContentLengthLong() {
                            return -1;
                        }
                    };
                }))
                .andExpect(status().isContentTooLarge());
    }

    @Test
    void anUnknownPathAMethodAndAConflictEachHaveTheirStatus() throws Exception {
        mvc.perform(get("/api/nothing")).andExpect(status().isNotFound());
        mvc.perform(get("/api/things"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "POST"));
        mvc.perform(get("/api/conflict")).andExpect(status().isConflict());
        mvc.perform(get("/api/list").queryParam("size", "1000000")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/list").queryParam("size", "many")).andExpect(status().isBadRequest());
    }

    @Test
    void anUnexpectedFailureTellsAnIdentifierAndNothingElse() throws Exception {
        String body = mvc.perform(get("/api/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.traceId").isNotEmpty())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(body).doesNotContain("secret").doesNotContain("Exception");
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void everyProblemHasItsWordsInBothLanguages(CommonProblem problem) {
        Stream.of(Locale.FRENCH, Locale.ENGLISH).forEach(language -> {
            ResourceBundle bundle = ResourceBundle.getBundle("platform-problems", language);
            assertThat(text(bundle, problem.code() + ".title")).isNotBlank();
            assertThat(text(bundle, problem.code() + ".detail")).isNotBlank();
        });
    }

    private static String text(ResourceBundle bundle, String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException absent) {
            return "";
        }
    }

    record Thing(
            @NotBlank(message = "field.required") @Size(max = 5, message = "field.too-long")
            String name,

            Integer count) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @RestController
    static class Service {

        @PostMapping("/api/things")
        String create(@Valid @RequestBody Thing thing) {
            return thing.name();
        }

        @GetMapping("/api/words")
        String words(@RequestParam String q, @RequestParam List<String> tag) {
            return q + " " + tag;
        }

        @GetMapping("/api/list")
        String list(Paging paging) {
            return "" + paging.size();
        }

        @GetMapping("/api/conflict")
        String conflict() {
            throw new OptimisticLockingFailureException("stale");
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("secret");
        }
    }
}
