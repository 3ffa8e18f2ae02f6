package fr.agora.gateway.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.PublicUrl;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundCookiesTests {

    private final BoundCookies cookies =
            new BoundCookies(new PublicUrl(URI.create("https://agora.exemple"), new PublicUrl.Login(null)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            quoteCharacter = '\0',
            value = {
                "AUTH_SESSION_ID=a.b;Version=1;Path=/auth/realms/agora/;Secure;HttpOnly;SameSite=None"
                        + " | __Host-auth-AUTH_SESSION_ID=a.b; Path=/; Secure; Version=1; HttpOnly; SameSite=None",
                // taken back, which Keycloak says without « Secure »
                "KC_RESTART=;Version=1;Path=/auth/realms/agora/;Max-Age=0"
                        + " | __Host-auth-KC_RESTART=; Path=/; Secure; Version=1; Max-Age=0",
                "A=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; path = /x"
                        + " | __Host-auth-A=; Path=/; Secure; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                "A=b; Domain=exemple; DOMAIN=agora.exemple; secure | __Host-auth-A=b; Path=/; Secure",
                "A=\"b=c\";;  ; HttpOnly | __Host-auth-A=\"b=c\"; Path=/; Secure; HttpOnly",
                "__Host-A=b | __Host-auth-__Host-A=b; Path=/; Secure",
                "A= | __Host-auth-A=; Path=/; Secure",
                "=b | nothing",
                "b | nothing",
                ";;; | nothing"
            })
    void aBrowserKeepsEachByTheNameThatBindsIt(String set, String kept) {
        assertThat(cookies.toBrowser(set)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=b\r\nSet-Cookie: C=d", "A=b\nX: y", "A=b\0", "A\u007f=b"})
    void nothingThatCouldBeginAnotherHeaderPasses(String set) {
        assertThat(cookies.toBrowser(set)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            quoteCharacter = '\0',
            value = {
                "__Host-auth-A=b; __Host-auth-C=d=e | A=b; C=d=e",
                // planted by a neighbouring host, before or after
                "A=planted; __Host-auth-A=b | A=b",
                "__Host-auth-A=b;A=planted;  A=planted | A=b",
                "__HOST-AUTH-A=planted; __host-auth-A=planted; __Host-Auth-A=planted | nothing",
                "__Host-auth-=b; __Host-auth-A; =__Host-auth-A=b | nothing",
                "$Version=1; __Host-auth-A=\"b; A=planted\" | A=\"b",
                "agora_lang=en; __Host-agora_lang=en; ; | nothing"
            })
    void keycloakGetsItsOwnByTheirNamesAndNothingElse(String sent, String received) {
        assertThat(cookies.toKeycloak(sent)).isEqualTo(received);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "__Host-agora_lang=en; __Host-auth-KEYCLOAK_IDENTITY=k; a=b | __Host-agora_lang=en; a=b",
                "__Host-auth-KEYCLOAK_IDENTITY=k | nothing",
                "a=b;c=d | a=b;c=d"
            })
    void aServiceGetsNoneOfThem(String sent, String received) {
        assertThat(cookies.toService(sent)).isEqualTo(received);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Host-auth-KEYCLOAK_IDENTITY=planted", " __host-Auth-A=b; Path=/"})
    void noServiceSetsOne(String set) {
        assertThat(BoundCookies.isSetBy(set)).isTrue();
        assertThat(BoundCookies.isSetBy("__Host-agora_lang=en; Path=/")).isFalse();
    }

    @Test
    void overHttpTheNamesStayPlainForABrowserWouldTakeNoOther() {
        BoundCookies plain =
                new BoundCookies(new PublicUrl(URI.create("http://localhost:8080"), new PublicUrl.Login(null)));

        assertThat(plain.toBrowser("A=b; Path=/auth/realms/agora/")).isEqualTo("A=b; Path=/auth/realms/agora/");
        assertThat(plain.toKeycloak("A=b;C=d")).isEqualTo("A=b;C=d");
    }

    @Test
    void aScriptReadsAndWritesThemByTheSameNames() {
        assertThat(cookies.inScript("""
                        find("KEYCLOAK_SESSION") ?? find('KC_AUTH_SESSION_HASH'); find("KEYCLOAK_SESSIONS.");
                        document.cookie = "KEYCLOAK_3P_COOKIE=yes; Max-Age=60"; has("KEYCLOAK_3P_COOKIE")
                        """)).isEqualTo("""
                        find("__Host-auth-KEYCLOAK_SESSION") ?? find('__Host-auth-KC_AUTH_SESSION_HASH'); find("KEYCLOAK_SESSIONS.");
                        document.cookie = "__Host-auth-KEYCLOAK_3P_COOKIE=yes; Path=/; Secure; Max-Age=60"; has("__Host-auth-KEYCLOAK_3P_COOKIE")
                        """);
    }
}
