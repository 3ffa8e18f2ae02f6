package fr.agora.gateway.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Platform;
import fr.agora.local.identity.KeycloakServer;
import fr.agora.local.process.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real Keycloak behind the gateway of an https site: its cookies, and how people end their sessions. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AccountPagesTests {

    private static final String PASSWORD = "une-brouette-pleine-de-neige";

    @TempDir
    private static Path directory;

    private static KeycloakServer keycloak;
    private static Platform platform;

    /** Where every login is an old one. */
    private static Platform later;

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String secret : List.of("GATEWAY_CLIENT", "OPERATOR", "JOBS_CLIENT", "DIRECTORY_CLIENT")) {
            environment.put("AGORA_" + secret + "_SECRET", "a-secret-of-the-tests");
        }
        environment.put("AGORA_PUBLIC_URL", Visit.SITE);
        environment.put("AGORA_DEMO_PASSWORD", PASSWORD);
        keycloak =
                KeycloakServer.start(directory, Ports.free(), Ports.free(), Path.of("../infra/keycloak"), environment);
        String inside = keycloak.uri().toString().replaceFirst("/auth$", "");
        String[] settings = {
            "--agora.public-url=" + Visit.SITE,
            "--agora.neighbours.keycloak=" + inside,
            "--agora.neighbours.read-timeout=30s"
        };
        platform = Platform.with(settings);
        later = Platform.with(
                settings[0],
                settings[1],
                settings[2],
                "--agora.account.entry=0s",
                "--agora.account.stay=0s",
                "--agora.account.ending=0s");
    }

    @AfterAll
    static void stop() {
        for (Platform each : new Platform[] {platform, later}) {
            if (each != null) {
                each.close();
            }
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void whoHasJustLoggedInSeesTheirSessionsAndEndsTheOneOnAnotherScreen() {
        Visit elsewhere = new Visit(platform).types(platform, "lucas.morvan", PASSWORD);
        JsonNode there = elsewhere.tokens(platform);
        Visit here = new Visit(platform).types(platform, "lucas.morvan", PASSWORD);
        JsonNode tokens = here.tokens(platform);

        List<String> others = here.otherSessions(platform, tokens);
        assertThat(others).hasSize(1);
        assertThat(here.ends(platform, tokens, others.getFirst())).isEqualTo(204);

        assertThat(elsewhere.renews(platform, there).path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(elsewhere.asks(platform, "").isAskedForThePassword()).isTrue();
        assertThat(here.asks(platform, "").isAskedForThePassword()).isFalse();
    }

    @Test
    void anOldLoginIsAskedForThePasswordAgainBeforeASessionIsEnded() {
        Visit elsewhere = new Visit(platform).types(platform, "amina.diallo", PASSWORD);
        JsonNode there = elsewhere.tokens(platform);
        Visit here = new Visit(platform).types(platform, "amina.diallo", PASSWORD);
        JsonNode tokens = here.tokens(platform);
        Visit.letTheSecondPass(tokens);
        String other = here.otherSessions(later, tokens).getFirst();

        assertThat(here.ends(later, tokens, other)).isEqualTo(401);
        assertThat(here.renews(later, tokens).path("error").asString("")).isEqualTo("invalid_grant");
        there = elsewhere.renews(platform, there);
        assertThat(there.has("access_token")).as("still there: %s", there).isTrue();
        assertThat(here.asks(later, "&max_age=99999999").isAskedForThePassword())
                .isTrue();
        here.types(later, "amina.diallo", "une-devinette");
        assertThat(here.isAskedForThePassword()).isTrue();

        JsonNode again = here.types(later, "amina.diallo", PASSWORD).tokens(platform);
        assertThat(Visit.loggedIn(again)).isGreaterThan(Visit.loggedIn(tokens));
        assertThat(here.ends(platform, again, other)).isEqualTo(204);
        assertThat(elsewhere.renews(platform, there).path("error").asString("")).isEqualTo("invalid_grant");
    }

    @Test
    void aRenewedTokenIsNoNewLogin() {
        Visit visit = new Visit(platform).types(platform, "claire.fontaine", PASSWORD);
        JsonNode tokens = visit.tokens(platform);
        Visit.letTheSecondPass(tokens);

        JsonNode renewed = visit.renews(platform, tokens);

        assertThat(Visit.loggedIn(renewed)).isPositive().isEqualTo(Visit.loggedIn(tokens));
    }

    @Test
    void everyCookieOfALoginIsBoundToTheSite() {
        Visit visit = new Visit(platform);
        assertThat(visit.cookies())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("__Host-auth-"))
                .contains("__Host-auth-AUTH_SESSION_ID", "__Host-auth-KC_RESTART");

        visit.types(platform, "hugo.bernardin", PASSWORD);

        assertThat(visit.cookies())
                .allMatch(name -> name.startsWith("__Host-auth-"))
                .contains("__Host-auth-KEYCLOAK_IDENTITY", "__Host-auth-KEYCLOAK_SESSION")
                .doesNotContain("__Host-auth-KC_RESTART");
    }

    /** An update of Keycloak that brings another has to be looked at: CookieReaders gives them the names. */
    @Test
    void theseScriptsOfKeycloaksReadACookieAndNoOthers() throws IOException {
        Set<String> reading = new TreeSet<>();
        try (Stream<Path> jars = Files.list(directory.resolve("server/lib/lib/main"))) {
            for (Path jar : jars.filter(jar -> jar.getFileName().toString().startsWith("org.keycloak.keycloak-"))
                    .toList()) {
                reading.addAll(readersIn(jar));
            }
        }

        assertThat(reading)
                .containsExactly(
                        "org/keycloak/protocol/oidc/endpoints/3p-cookies-step1.html",
                        "org/keycloak/protocol/oidc/endpoints/3p-cookies-step2.html",
                        "org/keycloak/protocol/oidc/endpoints/login-status-iframe.ftl",
                        "theme/base/login/resources/js/authChecker.js",
                        "theme/base/login/resources/js/passkeysConditionalAuth.js",
                        // inside, and one of its own where a browser keeps nothing else
                        "theme/keycloak.v2/admin/resources/assets/main-*.js",
                        "theme/keycloak.v3/account/resources/assets/main-*.js");
    }

    private static List<String> readersIn(Path jar) throws IOException {
        List<String> reading = new ArrayList<>();
        try (ZipFile files = new ZipFile(jar.toFile())) {
            for (ZipEntry file : Collections.list(files.entries())) {
                if (file.getName().matches(".+\\.(js|html|ftl)")
                        && new String(files.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8)
                                .contains("document.cookie")) {
                    reading.add(file.getName().replaceFirst("/main-[\\w-]+\\.js$", "/main-*.js"));
                }
            }
        }
        return reading;
    }

    @Test
    void theyLookForTheNamesTheBrowserKeeps() {
        String page = platform.get(
                        "/auth/realms/agora/protocol/openid-connect/auth?client_id=account-console&response_type=code"
                                + "&redirect_uri=https%3A%2F%2Fagora.exemple%2Fauth%2Frealms%2Fagora%2Faccount%2F"
                                + "&code_challenge_method=S256&code_challenge=" + "c".repeat(43))
                .body();
        Matcher script =
                Pattern.compile("/auth/resources/[^\"]+/js/authChecker\\.js").matcher(page);
        assertThat(script.find()).as(page).isTrue();
        String realm = "/auth/realms/agora/protocol/openid-connect/";

        assertThat(platform.get(script.group()).body())
                .contains("(\"__Host-auth-KEYCLOAK_SESSION\")", "(\"__Host-auth-KC_AUTH_SESSION_HASH\")");
        assertThat(platform.get(script.group().replace("authChecker", "passkeysConditionalAuth"))
                        .body())
                .contains("'__Host-auth-KC_AUTH_SESSION_HASH'");
        assertThat(platform.get(realm + "login-status-iframe.html").body())
                .contains("(\"__Host-auth-KEYCLOAK_SESSION\")");
        assertThat(platform.get(realm + "3p-cookies/step1.html").body())
                .contains("\"__Host-auth-KEYCLOAK_3P_COOKIE=supported; Path=/; Secure; Max-Age=60\"");
        assertThat(platform.get(realm + "3p-cookies/step2.html").body())
                .contains("includes(\"__Host-auth-KEYCLOAK_3P_COOKIE\")")
                .contains("\"__Host-auth-KEYCLOAK_3P_COOKIE=; Path=/; Secure; Max-Age=0\"");
    }
}
