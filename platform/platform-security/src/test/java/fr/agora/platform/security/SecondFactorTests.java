package fr.agora.platform.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemClassifier;
import fr.agora.platform.web.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a login without its second factor is good for, where one is asked for and where none is. */
@SpringBootTest(
        classes = SecondFactorTests.Service.class,
        properties = {"spring.config.import=classpath:platform-defaults.yaml", "AGORA_STEP_UP=true"})
@AutoConfigureMockMvc
@Import(JwtFixture.Trusted.class)
class SecondFactorTests {

    private static final JwtFixture SOFIA = JwtFixture.member("sofia").with(Role.MODERATOR, Role.ADMIN);
    private static final List<String> GUARDED =
            List.of("/api/service/admin/parked", "/api/service/queue", "/api/service/decision");

    @Autowired
    private MockMvc mvc;

    @ParameterizedTest
    @MethodSource("weak")
    void withoutItModeratorsAndAdministratorsKeepTheirOtherRolesOnly(JwtFixture login) throws Exception {
        mvc.perform(get("/api/service/roles").header("Authorization", login.bearer()))
                .andExpect(status().isOk())
                .andExpect(content().string("[MEMBER]"));
        for (String guarded : GUARDED) {
            mvc.perform(get(guarded).header("Authorization", login.bearer()))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.type").value("urn:agora:problem:second-factor-required"))
                    .andExpect(jsonPath("$.texts.fr").value(containsString("reconnectez-vous")))
                    .andExpect(jsonPath("$.texts.en").value(containsString("log in again")));
        }
    }

    static Stream<JwtFixture> weak() {
        return Stream.of(
                SOFIA,
                SOFIA.saying("amr", List.of()),
                SOFIA.saying("amr", List.of("pwd")),
                SOFIA.saying("amr", "otp-of-another-kind"),
                // Keycloak's own, of any login
                SOFIA.saying("acr", "1"),
                SOFIA.saying("azp", "agora-gateway"),
                SOFIA.saying("azp", "agora-cli"));
    }

    @ParameterizedTest
    @MethodSource("strong")
    void aLoginWithItHasAllTheRolesOfTheAccountAndSoHasTheOperatorsProgram(JwtFixture login) throws Exception {
        mvc.perform(get("/api/service/roles").header("Authorization", login.bearer()))
                .andExpect(content().string("[MEMBER, MODERATOR, ADMIN]"));
        for (String guarded : GUARDED) {
            mvc.perform(get(guarded).header("Authorization", login.bearer())).andExpect(status().isOk());
        }
    }

    static Stream<JwtFixture> strong() {
        return Stream.of(
                SOFIA.withASecondFactor(),
                SOFIA.saying("amr", List.of("pwd", "otp")),
                SOFIA.saying("proconnect_acr", "https://proconnect.gouv.fr/assurance/consistency-checked-2fa"),
                SOFIA.saying("azp", "agora-operator"));
    }

    @Test
    void whoeverHasNoSuchRoleIsRefusedAsBefore() throws Exception {
        for (String guarded : GUARDED) {
            mvc.perform(get(guarded)
                            .header("Authorization", JwtFixture.member("amina").bearer()))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.type").value("urn:agora:problem:forbidden"));
        }
    }

    @Test
    void pagesLearnThatTheirReaderWouldHaveMoreByAnotherLogin() throws Exception {
        mvc.perform(get("/page").header("Authorization", SOFIA.bearer()))
                .andExpect(request().attribute(ProblemClassifier.WEAK_LOGIN, true));
        for (JwtFixture other : List.of(SOFIA.withASecondFactor(), JwtFixture.member("amina"))) {
            mvc.perform(get("/page").header("Authorization", other.bearer()))
                    .andExpect(request().attribute(ProblemClassifier.WEAK_LOGIN, nullValue()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "evrybody", ""})
    void aWordThatIsNoneOfItsSettingsStartsNoService(String setting) {
        assertThatThrownBy(() ->
                        new SecuritySettings("issuer", URI.create("http://localhost/certs"), "agora-api", setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AGORA_STEP_UP is one of false, true, everybody");
    }

    @Nested
    @TestPropertySource(properties = "AGORA_STEP_UP=everybody")
    class AskedOfEverybody {

        @Test
        void moderatorsAndAdministratorsAreNotForgotten() throws Exception {
            mvc.perform(get("/api/service/roles").header("Authorization", SOFIA.bearer()))
                    .andExpect(content().string("[MEMBER]"));
        }
    }

    @Nested
    @TestPropertySource(properties = "AGORA_STEP_UP=false")
    class AskedOfNobody {

        @Test
        void theRolesOfTheTokenAreTaken() throws Exception {
            mvc.perform(get("/api/service/roles").header("Authorization", SOFIA.bearer()))
                    .andExpect(content().string("[MEMBER, MODERATOR, ADMIN]"));
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @RestController
    static class Service {

        @GetMapping("/api/service/roles")
        String roles(CurrentUser user) {
            return user.roles().stream().sorted().toList().toString();
        }

        @GetMapping("/api/service/admin/parked")
        String administration() {
            return "parked";
        }

        @GetMapping("/api/service/queue")
        @PreAuthorize("hasRole('MODERATOR')")
        String queue() {
            return "queue";
        }

        @GetMapping("/api/service/decision")
        String decision(CurrentUser user) {
            if (!user.isModerator()) {
                throw new ProblemException(CommonProblem.FORBIDDEN);
            }
            return "decided";
        }

        @GetMapping("/page")
        String page(CurrentUser user) {
            return user.accountId();
        }
    }
}
