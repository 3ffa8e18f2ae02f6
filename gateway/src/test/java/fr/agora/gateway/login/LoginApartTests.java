package fr.agora.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in and out where Keycloak's pages have a host of their own. */
class LoginApartTests {

    private static final String LOGOUT = "/auth/realms/agora/protocol/openid-connect/logout";

    private static Platform platform;

    @BeforeAll
    static void open() {
        platform = Platform.with(Platform.APART);
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @BeforeEach
    void reset() {
        platform.everythingAnswers("bonjour");
    }

    @Test
    void aLoginGoesToTheOtherHostAndComesBackToTheSite() {
        Answer start = platform.get("/connexion?retour=/offres");

        assertThat(start.header("Location"))
                .startsWith(platform.loginUrl() + "/auth/realms/agora/protocol/openid-connect/auth?");
        assertThat(Platform.parameter(start, "redirect_uri")).isEqualTo(platform.url() + "/login/oauth2/code/agora");
        assertThat(start.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("AGORA_SESSION=", "HttpOnly")
                .doesNotContainIgnoringCase("Domain");

        platform.provider().grants("nora", "sid-nora", Platform.parameter(start, "nonce"), "token-of-nora", 300);
        Answer back = platform.get(
                "/login/oauth2/code/agora?code=c&state=" + Platform.rawParameter(start, "state"),
                "Cookie",
                start.session().orElseThrow(),
                "Sec-Fetch-Site",
                "cross-site");
        assertThat(back.header("Location")).isEqualTo("/offres");
        platform.get("/offres", "Cookie", back.session().orElseThrow(), "Sec-Fetch-Site", "cross-site");
        assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer token-of-nora");
    }

    @Test
    void theIdentityTokenOfALogoutGoesToTheOtherHostInNoAddressAndInNoCookie() {
        Answer out = logOut("hugo");

        assertThat(out.status()).isEqualTo(200);
        assertThat(out.leadsTo()).startsWith(platform.loginUrl() + LOGOUT + "?").doesNotContain("eyJ", "id_token_hint");
        assertThat(out.headers("Set-Cookie")).singleElement().asString().contains("AGORA_SESSION=;", "Max-Age=0");

        Answer goodbye = platform.get(out.leadsTo(), "Cookie", "KEYCLOAK_IDENTITY=k");

        LoggedRequest asked = platform.provider().received();
        assertThat(asked.getMethod().value()).isEqualTo("POST");
        assertThat(asked.getUrl()).isEqualTo(LOGOUT);
        assertThat(asked.formParameter("client_id").firstValue()).isEqualTo("agora-gateway");
        assertThat(asked.formParameter("post_logout_redirect_uri").firstValue()).isEqualTo(platform.url() + "/");
        assertThat(asked.formParameter("id_token_hint").firstValue()).startsWith("eyJ");
        assertThat(asked.getHeader("Cookie")).isEqualTo("KEYCLOAK_IDENTITY=k");
        assertThat(goodbye.header("Location")).isEqualTo(platform.url() + "/");
        assertThat(goodbye.headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("AGORA"));
    }

    @Test
    void aTicketOfALogoutServesOnce() {
        String address = logOut("hugo").leadsTo();
        platform.get(address);

        platform.get(address);

        assertThat(platform.provider().received().getMethod().value())
                .as("Keycloak asks the person")
                .isEqualTo("GET");
    }

    @Test
    void aTicketOfALogoutOpensNothing() {
        Answer out = logOut("hugo");
        String ticket = Platform.rawParameter(out, "ticket");

        for (String id : new String[] {ticket, "logout-" + ticket}) {
            platform.get("/offres", "Cookie", "AGORA_SESSION=" + id);
            assertThat(platform.received().containsHeader("Authorization")).isFalse();
            assertThat(platform.get("/connexion", "Cookie", "AGORA_SESSION=" + id)
                            .status())
                    .isEqualTo(302);
        }
        platform.get(out.leadsTo());
        assertThat(platform.provider().received().getMethod().value())
                .as("and is still there for the logout")
                .isEqualTo("POST");
    }

    @Test
    void aMadeUpTicketIsKeycloaksToAskAbout() {
        String address = platform.loginUrl() + LOGOUT + "?client_id=agora-gateway&ticket=" + "a".repeat(43);

        platform.get(address, "Cookie", "AGORA_LOGOUT=a.b.c");

        assertThat(platform.provider().received().getMethod().value()).isEqualTo("GET");
        assertThat(platform.provider().received().getUrl()).startsWith(LOGOUT + "?client_id=agora-gateway");
    }

    @Test
    void whoIsLoggedOutByTheOtherHostIsAStrangerHere() {
        String cookie = platform.login("amina");

        Answer ended = platform.post(
                "/logout/connect/back-channel/agora",
                "logout_token=" + platform.provider().logoutToken("amina", "sid-of-amina"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Host",
                "gateway:8080");

        assertThat(ended.status()).isEqualTo(200);
        platform.get("/offres", "Cookie", cookie);
        assertThat(platform.received().containsHeader("Authorization")).isFalse();
    }

    private static Answer logOut(String person) {
        return platform.post("/deconnexion", "", "Cookie", platform.login(person), "Origin", platform.url());
    }
}
