package fr.agora.gateway.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTests {

    private static Platform platform;

    @BeforeAll
    static void open() {
        platform = Platform.with("--agora.public-url=https://agora.exemple");
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/offres", "/api/jobs/offers", "/nulle-part", "/annuaire//deux"})
    void browsersAreToldWhatOurPagesNeverDo(String path) {
        Answer answer = platform.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=31536000");
    }

    @Test
    void overHttpsTheSessionIsBoundToThisHost() {
        platform.everythingAnswers("bonjour");
        Answer start = platform.get("/connexion");

        assertThat(start.headers("Set-Cookie").getFirst())
                .startsWith("__Host-AGORA_SESSION=")
                .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                .doesNotContain("Domain");

        String cookie = platform.login("lucas");
        platform.get("/offres", "Cookie", cookie + "; a=b");
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer access-of-lucas");
        assertThat(platform.received().getHeader("Cookie")).isEqualTo("a=b");

        // as a neighbouring host could plant it
        platform.get("/offres", "Cookie", cookie.replace("__Host-", "") + "; a=b");
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
        assertThat(platform.received().getHeader("Cookie")).isEqualTo("a=b");
        assertThat(platform.post("/deconnexion", "", "Cookie", cookie, "Origin", "https://agora.exemple")
                        .headers("Set-Cookie"))
                .hasSize(2)
                .allMatch(set -> set.contains("Secure") && set.contains("HttpOnly"))
                .anyMatch(set -> set.startsWith("__Host-auth-AGORA_LOGOUT=")
                        && set.contains("Path=/;")
                        && set.contains("Max-Age=60"))
                .anyMatch(set -> set.startsWith("__Host-AGORA_SESSION=;") && set.contains("Max-Age=0"));
    }

    @Test
    void noForeignOriginMayReadAnswers() {
        Answer answer = platform.get("/api/jobs/offers", "Origin", "https://ailleurs.exemple");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void anAnswerThatSaysNothingOfItIsKeptByNoBrowser() {
        platform.everythingAnswers("bonjour");
        platform.services()
                .stubFor(get("/offres/publique").willReturn(ok().withHeader("Cache-Control", "private, no-cache")));
        platform.services().stubFor(get("/offres/inchangee").willReturn(status(304)));

        assertThat(platform.get("/api/directory/me").headers("Cache-Control")).containsExactly("no-store");
        assertThat(platform.get("/offres/publique").headers("Cache-Control")).containsExactly("private, no-cache");
        assertThat(platform.get("/offres/inchangee").headers("Cache-Control")).isEmpty();
    }
}
