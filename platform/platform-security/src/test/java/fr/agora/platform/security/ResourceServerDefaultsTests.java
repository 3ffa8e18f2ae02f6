package fr.agora.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(properties = "spring.config.import=classpath:platform-defaults.yaml")
@AutoConfigureMockMvc
@Import(JwtFixture.Trusted.class)
class ResourceServerDefaultsTests extends EveryEndpointIsProtectedTests {

    @Autowired
    private MockMvc mvc;

    @Test
    void aVisitorReadsWhatIsPublicAndNothingElse() throws Exception {
        mvc.perform(get("/open")).andExpect(status().isOk()).andExpect(content().string("visitor"));

        mvc.perform(get("/api/service/closed"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(jsonPath("$.type").value("urn:agora:problem:login-required"))
                .andExpect(jsonPath("$.texts.fr").isNotEmpty())
                .andExpect(jsonPath("$.texts.en").isNotEmpty());
        mvc.perform(get("/closed").queryParam("a", "é&b"))
                .andExpect(status().isFound())
                .andExpect(
                        header().string("Location", org.hamcrest.Matchers.startsWith("/connexion?retour=%2Fclosed")));
    }

    @Test
    void aMemberIsKnownByTheToken() throws Exception {
        mvc.perform(get("/api/service/closed")
                        .header("Authorization", JwtFixture.member("amina").bearer()))
                .andExpect(status().isOk())
                .andExpect(content().string("amina"));
    }

    @Test
    void aForgedOrExpiredTokenIsRefusedEvenWhereReadingIsPublic() throws Exception {
        mvc.perform(get("/open")
                        .header(
                                "Authorization",
                                "Bearer " + JwtFixture.member("amina").forgedToken()))
                .andExpect(header().string("Location", org.hamcrest.Matchers.startsWith("/connexion")));
        mvc.perform(get("/api/service/closed")
                        .header(
                                "Authorization",
                                JwtFixture.member("amina").expired().bearer()))
                .andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    // of Keycloak's account pages, and of the gateway: what an identity token says
    @ValueSource(strings = {"account", "agora-gateway", "agora-api-2", ""})
    void aTokenMadeForSomebodyElseOpensNothing(String audience) throws Exception {
        String token = JwtFixture.member("amina").with(Role.ADMIN).tokenFor(audience);

        mvc.perform(get("/api/service/closed").header("Authorization", "Bearer " + token))
                .andExpect(status().isUnauthorized());
        mvc.perform(get("/open").header("Authorization", "Bearer " + token)).andExpect(status().isFound());
    }

    @Test
    void administrationIsForAdministrators() throws Exception {
        String member = JwtFixture.member("amina").bearer();
        String admin = JwtFixture.member("root").with(Role.ADMIN).bearer();

        mvc.perform(get("/api/service/admin/parked").header("Authorization", member))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:agora:problem:forbidden"));
        mvc.perform(get("/api/service/admin/parked").header("Authorization", admin))
                .andExpect(status().isOk());
    }

    @Test
    void aFormWithoutItsTokenIsNotDone() throws Exception {
        String member = JwtFixture.member("amina").bearer();

        mvc.perform(post("/form").contentType(APPLICATION_FORM_URLENCODED).header("Authorization", member))
                .andExpect(status().isForbidden());
        mvc.perform(post("/form")
                        .contentType(APPLICATION_FORM_URLENCODED)
                        .param("_csrf", "guess")
                        .header("X-Agora-Csrf", "secret")
                        .header("Authorization", member))
                .andExpect(status().isForbidden());
        mvc.perform(post("/form?_csrf=secret")
                        .contentType(APPLICATION_FORM_URLENCODED)
                        .param("_csrf", "guess")
                        .header("X-Agora-Csrf", "secret")
                        .header("Authorization", member))
                .andExpect(status().isForbidden());
        mvc.perform(post("/form")
                        .contentType(APPLICATION_FORM_URLENCODED)
                        .param("_csrf", "secret")
                        .header("X-Agora-Csrf", "secret")
                        .header("Authorization", member))
                .andExpect(status().isOk());
    }

    @Test
    void theUsersOwnTextNeverShowsTheName() {
        CurrentUser user = new CurrentUser("a1", "Amina Diallo", null, java.util.Set.of(Role.MEMBER));

        assertThat(user.toString()).doesNotContain("Amina");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @RestController
    static class Service {

        @Bean
        PublicEndpoints opened() {
            return PublicEndpoints.reading("/open");
        }

        @GetMapping("/open")
        String open(Optional<CurrentUser> user) {
            return user.map(CurrentUser::accountId).orElse("visitor");
        }

        @GetMapping({"/closed", "/api/service/closed"})
        String closed(CurrentUser user) {
            return user.accountId();
        }

        @GetMapping("/api/service/admin/parked")
        String administration() {
            return "parked";
        }

        @PostMapping("/form")
        String form() {
            return "done";
        }
    }
}
