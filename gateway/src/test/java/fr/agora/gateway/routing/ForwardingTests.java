package fr.agora.gateway.routing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForwardingTests {

    private static Platform platform;

    @BeforeAll
    static void open() {
        platform = Platform.with();
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @BeforeEach
    void reset() {
        platform.everythingAnswers("bonjour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/directory/members",
                "/annuaire",
                "/annuaire/membres/m1",
                "/moi",
                "/api/projects/use-cases",
                "/cas-usage",
                "/cas-usage/un-cas/modifier",
                "/briques/b1",
                "/api/jobs/offers",
                "/offres",
                "/api/search?q=data",
                "/api/search/openapi.json",
                "/",
                "/recherche?q=t%C3%A9l%C3%A9travail",
                "/accessibilite",
                "/mentions-legales"
            })
    void aServiceSeesThePathTheBrowserAskedFor(String path) {
        assertThat(platform.get(path).body()).isEqualTo("bonjour");
        assertThat(platform.received().getUrl()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nulle-part",
                "/auth/admin/master/console/",
                "/auth/",
                "/auth/realms/master/protocol/openid-connect/token",
                "/auth/realms/%6Daster/account",
                "/auth/realms/agora/clients-registrations/openid-connect",
                "/actuator/env",
                "/offresx"
            })
    void whatNobodyAnswersIsAFrenchPage(String path) {
        Answer answer = platform.get(path, "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Page introuvable").contains("lang=\"fr\"");
        assertThat(platform.services().getAllServeEvents()).isEmpty();
    }

    @Test
    void whatNobodyAnswersUnderApiIsAProblem() {
        Answer answer = platform.get("/api/inconnu", "Accept-Language", "en");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:agora:problem:not-found\"", "\"instance\":\"/api/inconnu\"")
                .contains("\"fr\":\"L’adresse", "\"title\":\"Page not found\"", "\"traceId\"");
    }

    @Test
    void noHeaderOfOursIsBelievedFromOutside() {
        platform.get(
                "/offres",
                "X-Agora-Csrf",
                "forged",
                "X-Agora-Subject",
                "admin",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Host",
                "ailleurs.exemple",
                "X-Forwarded-Prefix",
                "/ailleurs",
                "Forwarded",
                "for=10.0.0.1",
                "X-Real-IP",
                "10.0.0.1",
                "traceparent",
                "00-00000000000000000000000000000001-0000000000000001-01",
                "Authorization",
                "Basic YWRtaW46YWRtaW4=",
                "Proxy-Authorization",
                "Basic YWRtaW46YWRtaW4=",
                "Connection",
                "X-Internal",
                "X-Internal",
                "1",
                "Accept-Language",
                "fr");

        var seen = platform.received();
        assertThat(seen.getHeader("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.getHeader("X-Forwarded-Host")).isEqualTo("localhost:" + platform.port());
        assertThat(seen.getHeader("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(seen.getHeader("Accept-Language")).isEqualTo("fr");
        assertThat(seen.getHeader("traceparent"))
                .isNotEqualTo("00-00000000000000000000000000000001-0000000000000001-01");
        assertThat(seen.getHeaders().keys())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotContain("x-agora-csrf", "x-agora-subject", "x-forwarded-prefix", "forwarded", "x-real-ip")
                .doesNotContain("authorization", "proxy-authorization", "x-internal");
    }

    @Test
    void anOptionsWithABodyOfNoTypeIsMalformedAndNoFailureOfTheNeighbour() {
        for (int i = 0; i < 20; i++) {
            Answer refused = platform.send("OPTIONS", "/api/jobs/offers", BodyPublishers.ofString("{}"));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("urn:agora:problem:");
        }

        assertThat(platform.get("/api/jobs/offers").status()).isEqualTo(200);
    }

    @Test
    void nothingOfTheInsideIsTold() {
        platform.services()
                .stubFor(any(anyUrl())
                        .willReturn(ok("page")
                                .withHeader("Server", "Inside/1.0")
                                .withHeader("X-Powered-By", "Something")
                                .withHeader("X-Agora-Secret", "1")
                                .withHeader("Content-Security-Policy", "default-src *")
                                .withHeader("X-Frame-Options", "ALLOWALL")
                                .withHeader(
                                        "Set-Cookie",
                                        "AGORA_SESSION=planted; Path=/",
                                        "__Host-AGORA_SESSION=planted; Path=/; Secure",
                                        "agora_lang=en; Path=/")
                                .withHeader("Location", platform.services().baseUrl() + "/offres/o1")
                                .withHeader("ETag", "\"7\"")));

        Answer answer = platform.get("/offres");

        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("X-Agora-Secret")).isEmpty();
        assertThat(answer.headers("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
        assertThat(answer.headers("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers("Set-Cookie")).containsExactly("agora_lang=en; Path=/");
        assertThat(answer.header("Location")).isEqualTo("/offres/o1");
        assertThat(answer.header("ETag")).isEqualTo("\"7\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/agora/account/",
                "/auth/realms/agora/broker/proconnect/endpoint?code=c",
                "/auth/realms/agora/login-actions/authenticate?execution=e",
                "/auth/realms/agora/protocol/openid-connect/auth?client_id=agora-gateway",
                "/auth/realms/agora/protocol/openid-connect/token",
                "/auth/realms/agora/protocol/openid-connect/login-status-iframe.html/init",
                "/auth/realms/agora/.well-known/openid-configuration",
                "/auth/resources/abcde/login/agora/css/agora.css",
                "/auth/resources/abcde/common/keycloak/vendor/patternfly-v5/patternfly.min.css"
            })
    void whatLoginAndAccountPagesAskForReachesKeycloak(String path) {
        assertThat(platform.get(path).body()).isEqualTo("keycloak");
        assertThat(platform.provider().heard(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/agora",
                "/auth/realms/agora/protocol/saml",
                "/auth/realms/agora/protocol/saml/descriptor",
                "/auth/realms/agora/protocol/s%61ml/clients/x",
                "/auth/realms/agora/protocol/docker-v2/auth",
                "/auth/realms/agora/protocol/openid-connect/ext/ciba/auth",
                "/auth/realms/agora/protocol/openid-connect/auth/device",
                "/auth/realms/agora/protocol/openid-connect/auth/device/",
                "/auth/realms/agora/device",
                "/auth/realms/agora/clients-managements/register-node",
                "/auth/realms/agora/authz/protection/resource_set"
            })
    void whatNobodyHereUsesOfKeycloakStaysInside(String path) {
        staysInside(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/realms/agora/account/credentials/f3e361d1",
                "/auth/realms/agora/account/credentials/f3e361d1/",
                "/auth/realms/agora/account/cr%65dentials/f3e361d1"
            })
    void nobodysSecondFactorIsTakenAwayWithoutANewLogin(String path) {
        Answer refused = platform.send("DELETE", path, BodyPublishers.noBody(), "Origin", platform.url());

        assertThat(refused.status()).isEqualTo(404);
        assertThat(platform.provider().heard(path)).isFalse();
        assertThat(platform.get(path).body()).as("reading it stays open").isEqualTo("keycloak");
    }

    // what is said of /auth/ and /api/ would not be said of them
    @ParameterizedTest
    @ValueSource(strings = {"/%61uth/realms/agora/account/sessions/s1", "/aut%68/realms/agora/account/"})
    void noPathBeginsInDisguise(String path) {
        Answer refused = platform.send("DELETE", path, BodyPublishers.noBody());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(platform.provider().heard(path)).isFalse();
        assertThat(platform.get("/m%C3%A9tiers").status())
                .as("an accent is no disguise")
                .isEqualTo(404);
        assertThat(platform.get("/recherche/l%61").status()).isEqualTo(200);
    }

    // Keycloak before 26.7.4 keeps the texts of every language it is asked for, be there such a language or not
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/resources/agora/account/xx",
                "/auth/resources/agora/account/xx/",
                "/auth/resources/agora/account/fr-0001",
                "/auth/resources/agora/login/FR",
                "/auth/resources/agora/account/f%72a",
                "/auth/resources/agora/account/"
            })
    void noMadeUpLanguageReachesKeycloak(String path) {
        staysInside(path);
    }

    private static void staysInside(String path) {
        Answer answer = platform.get(path, "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Page introuvable");
        assertThat(platform.provider().heard(path)).isFalse();
    }

    @Test
    void theAccountPagesHaveTheirTextsInEachLanguageOfTheRealm() throws IOException {
        JsonNode languages = JsonMapper.shared()
                .readTree(Files.readString(Path.of("../infra/keycloak/agora-realm.json")))
                .path("supportedLocales");

        assertThat(languages).isNotEmpty();
        assertThat(languages)
                .allSatisfy(language -> assertThat(platform.get("/auth/resources/agora/account/" + language.asString())
                                .body())
                        .isEqualTo("keycloak"));
    }

    @Test
    void keycloaksPagesKeepTheirOwnPolicy() {
        Answer answer = platform.get("/auth/realms/agora/account");

        assertThat(answer.headers("Content-Security-Policy")).containsExactly("frame-src 'self'");
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        platform.services().stubFor(any(anyUrl()).willReturn(ok("0123456789")));

        Answer answer = platform.send("HEAD", "/offres", HttpRequest.BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aSlowServiceIsNotWaitedForLonger() {
        platform.services().stubFor(any(anyUrl()).willReturn(ok("enfin").withFixedDelay(5_000)));
        Instant before = Instant.now();

        Answer answer = platform.get("/annuaire");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.body()).contains("Le service met trop de temps à répondre");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aServiceThatAnswersGarbageIsAProblemNotAStack() {
        platform.services().stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)));

        Answer answer = platform.get("/api/directory/members");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).contains("urn:agora:problem:service-broken").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n186A0\r\n"})
    void halfABodyNeverPassesForAWholeOne(String promise) throws IOException {
        try (ServerSocket liar = new ServerSocket(0);
                Platform lied = Platform.with("--agora.neighbours.jobs=http://127.0.0.1:" + liar.getLocalPort())) {
            Thread.ofVirtual().start(() -> lie(liar, promise));

            assertThatThrownBy(() -> lied.get("/offres")).isInstanceOf(UncheckedIOException.class);
        }
    }

    private static void lie(ServerSocket liar, String promise) {
        try (Socket socket = liar.accept()) {
            if (socket.getInputStream().read(new byte[4096]) > 0) {
                socket.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\n" + promise + "x".repeat(20_000))
                                .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException closing) {
            // the test is over
        }
    }

    @Test
    void aMalformedBodyIsAPlainPageWhileNothingWasSent() {
        platform.services().stubFor(any(anyUrl()).willReturn(ok().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        assertThat(platform.get("/cas-usage").status()).isEqualTo(502);
    }

    @Test
    void aPathWithTwoReadingsIsRefused() throws IOException {
        for (String path : new String[] {
            "/annuaire/../actuator/env",
            "/annuaire/..;/x",
            "/annuaire/%2e%2e/x",
            "//annuaire",
            "/annuaire;a=b",
            "/auth/resources/agora//account/xx",
            "/auth/resources/agora/./account/xx"
        }) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(platform.services().getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/{a} HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/jobs/offers/https%3A%2F%2Fexemple.invalid HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/jobs/offers HTTP/1.1\r\nHost: localhost\r\nbad header\r\n",
                "GET /api/jobs/offers HTTP/1.1\r\nHost: localhost\r\n: empty\r\n",
                "GET /api/jobs/offers HTTP/1.1\r\nHost: localhost\r\nExpect: 200-maybe\r\n"
            })
    void whatTheServerCannotReadIsRefusedInOurWords(String request) throws IOException {
        assertThat(raw(request + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json", "urn:agora:problem:malformed-request", "\"fr\":\"L’adresse")
                .doesNotContain("Tomcat", "Exception");
        assertThat(platform.services().getAllServeEvents()).isEmpty();
    }

    @Test
    void aPageThatCannotBeReadIsRefusedOnAPage() throws IOException {
        assertThat(raw("GET /annuaire/%2F HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("lang=\"fr\"", "The address or the request contains")
                .doesNotContain("Tomcat");
    }

    @Test
    void aParameterThatCannotBeDecodedIsRefusedOnThePagesOfTheGatewayToo() throws IOException {
        assertThat(raw("GET /connexion?sort=%ED%A0%80 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("Page introuvable");
    }

    /** Either was a failure once: a long list of languages, many cookies. */
    @ParameterizedTest
    @ValueSource(strings = {"Accept-Language: fr,en,de,it,es,pt,nl,sv,da,fi,pl,cs", "Cookie: a=b"})
    void aLongHeaderIsNoHarm(String header) throws IOException {
        String longer = header.startsWith("Cookie") ? header + ";a=b".repeat(900) : header;

        assertThat(raw("GET /api/jobs/offers HTTP/1.1\r\nHost: localhost\r\n" + longer
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("GET /api/inconnu HTTP/1.1\r\nHost: localhost\r\n" + longer + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("urn:agora:problem:not-found");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", platform.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
