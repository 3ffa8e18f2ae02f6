package fr.agora.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with their password, their mail and their sessions, in the real Keycloak with the platform's realm. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class AccountTests {

    private static final String SECRET = "a-secret-of-this-run";
    private static final String PASSWORD = "une brouette pleine de neige";
    private static final String ANOTHER = "deux brouettes pleines de neige";
    private static final String OTP_SECRET = "neige-neige-neige-20";
    private static final Visitor.Program GATEWAY =
            new Visitor.Program("agora-gateway", "/login/oauth2/code/agora", SECRET);
    private static final Visitor.Program ACCOUNT_PAGES =
            new Visitor.Program("account-console", "/auth/realms/agora/account/", "");

    /** Plays ProConnect, whose word on a login is an attribute of the person here. */
    private static final String ELSEWHERE = """
            {"realm": "elsewhere", "enabled": true, "sslRequired": "none",
             "clientScopes": [{"name": "given_name", "protocol": "openid-connect"},
                              {"name": "usual_name", "protocol": "openid-connect"},
                              {"name": "email", "protocol": "openid-connect"},
                              {"name": "uid", "protocol": "openid-connect"},
                              {"name": "siret", "protocol": "openid-connect"}],
             "clients": [{"clientId": "agora", "enabled": true, "secret": "a-secret-of-this-run",
                          "redirectUris": ["*"], "defaultClientScopes": [],
                          "optionalClientScopes": ["given_name", "usual_name", "email", "uid", "siret"],
                          "protocolMappers": [
               {"name": "sub", "protocol": "openid-connect", "protocolMapper": "oidc-sub-mapper",
                "config": {"access.token.claim": "true"}},
               {"name": "given", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                "config": {"user.attribute": "firstName", "claim.name": "given_name", "jsonType.label": "String",
                           "id.token.claim": "true", "userinfo.token.claim": "true"}},
               {"name": "usual", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                "config": {"user.attribute": "lastName", "claim.name": "usual_name", "jsonType.label": "String",
                           "id.token.claim": "true", "userinfo.token.claim": "true"}},
               {"name": "email", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                "config": {"user.attribute": "email", "claim.name": "email", "jsonType.label": "String",
                           "id.token.claim": "true", "userinfo.token.claim": "true"}},
               {"name": "acr", "protocol": "openid-connect", "protocolMapper": "oidc-usermodel-attribute-mapper",
                "config": {"user.attribute": "level", "claim.name": "acr", "jsonType.label": "String",
                           "id.token.claim": "true"}}]}]}
            """;

    @TempDir
    static Path directory;

    @TempDir
    static Path realms;

    private static KeycloakServer server;
    private static KeycloakAdmin admin;
    private static final Map<String, String> environment = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        Path files = Path.of("../infra/keycloak");
        Files.copy(files.resolve("agora-realm.json"), realms.resolve("agora-realm.json"));
        Folders.copy(files.resolve("themes"), realms.resolve("themes"));
        Folders.copy(files.resolve("password-blacklists"), realms.resolve("password-blacklists"));
        int port = Ports.free();
        Files.writeString(realms.resolve("elsewhere-realm.json"), ELSEWHERE);
        String elsewhere = "http://127.0.0.1:" + port + "/auth/realms/elsewhere";
        environment.put("PROCONNECT_ENABLED", "true");
        environment.put("PROCONNECT_CLIENT_SECRET", SECRET);
        environment.put("PROCONNECT_ISSUER", elsewhere);
        Map.of("AUTHORIZATION", "auth", "TOKEN", "token", "USERINFO", "userinfo", "JWKS", "certs", "LOGOUT", "logout")
                .forEach((name, path) ->
                        environment.put("PROCONNECT_" + name + "_URL", elsewhere + "/protocol/openid-connect/" + path));
        for (String secret : List.of("GATEWAY_CLIENT", "OPERATOR", "JOBS_CLIENT", "DIRECTORY_CLIENT")) {
            environment.put("AGORA_" + secret + "_SECRET", SECRET);
        }
        environment.put("AGORA_PUBLIC_URL", "http://127.0.0.1:" + port);
        environment.put("AGORA_IDENTITY_SSL_REQUIRED", "none");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "mayor");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "chain");
        server = KeycloakServer.start(directory, port, Ports.free(), realms, environment);
        admin = new KeycloakAdmin(server.uri(), "agora", "mayor", "chain");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsItHoweverFreshTheirLogin() throws IOException {
        String zoe = account("zoe", PASSWORD);
        Visitor visitor = before(ACCOUNT_PAGES).logsIn("zoe", PASSWORD);
        visitor.letsTheSecondPass(visitor.tokens());

        visitor.asksTo("UPDATE_PASSWORD");
        assertThat(visitor.isAskedFor("password-new")).isFalse();
        visitor.sends(Map.of("password", "a guess of whoever sits there"));
        assertThat(visitor.isAskedFor("password-new")).isFalse();
        visitor.sends(Map.of("password", PASSWORD));
        assertThat(visitor.isAskedFor("password-new")).isTrue();
        visitor.sends(Map.of("password-new", ANOTHER, "password-confirm", ANOTHER));

        assertThat(visitor.isIn()).as(visitor.page()).isTrue();
        assertThat(opens(zoe, "zoe", PASSWORD)).isFalse();
        assertThat(opens(zoe, "zoe", ANOTHER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE_EMAIL", "CONFIGURE_TOTP", "webauthn-register", "delete_credential", "idp_link:proconnect"
            })
    void aMailAFactorAndALinkChangeAfterANewLoginOnlyHoweverFreshTheLast(String action) throws IOException {
        account("yves", PASSWORD);
        Visitor visitor = before(ACCOUNT_PAGES).logsIn("yves", PASSWORD);
        visitor.letsTheSecondPass(visitor.tokens());

        visitor.asksTo(action);

        assertThat(visitor.isIn()).isFalse();
        assertThat(visitor.isAskedFor("password")).as(visitor.page()).isTrue();
    }

    @Test
    void aMailIsChangedByNoOtherWayAndIsThenUnproven() throws IOException {
        String id = account("xenia", PASSWORD);
        Visitor visitor = before(ACCOUNT_PAGES).logsIn("xenia", PASSWORD);
        JsonNode tokens = visitor.tokens();
        ObjectNode self = (ObjectNode) KeycloakAdmin.JSON.readTree(
                visitor.account(tokens, "GET", "/", "").body());
        assertThat(self.path("email").asString()).isEqualTo("xenia@essai.exemple");

        HttpResponse<String> refused = visitor.account(
                tokens, "POST", "/", self.put("email", "autre@essai.exemple").toString());
        visitor.letsTheSecondPass(tokens);
        visitor.asksTo("UPDATE_EMAIL").sends(Map.of("password", PASSWORD));
        String before = admin.get("/users/" + id).path("email").asString();
        visitor.sends(Map.of("email", "nouvelle@essai.exemple"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(before).isEqualTo("xenia@essai.exemple");
        JsonNode after = admin.get("/users/" + id);
        assertThat(after.path("email").asString()).isEqualTo("nouvelle@essai.exemple");
        assertThat(after.path("emailVerified").asBoolean(true)).isFalse();
    }

    @Test
    void aPasswordIsCheckedAsItWasTypedToItsLastCharacter() throws IOException {
        String longest = "Une brouette ".repeat(10).strip();
        assertThat(longest).hasSizeGreaterThan(100);
        String id = account("walid", longest);

        assertThat(opens(id, "walid", longest)).isTrue();
        for (String other : List.of(
                longest.substring(0, longest.length() - 1) + "f",
                longest.substring(0, longest.length() - 1),
                longest.substring(0, 72),
                longest + " ",
                " " + longest,
                longest.toLowerCase(java.util.Locale.ROOT))) {
            assertThat(opens(id, "walid", other)).as(other).isFalse();
        }
    }

    @Test
    void aPasswordIsKeptByArgon2() throws IOException {
        JsonNode password = admin.get("/users/" + account("violette", PASSWORD) + "/credentials")
                .path(0);

        JsonNode kept =
                KeycloakAdmin.JSON.readTree(password.path("credentialData").asString());
        assertThat(kept.path("algorithm").asString()).isEqualTo("argon2");
        assertThat(kept.at("/additionalParameters/type/0").asString()).isEqualTo("id");
        // OWASP's least for Argon2id with one lane and five turns
        assertThat(kept.path("hashIterations").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(kept.at("/additionalParameters/memory/0").asInt(0)).isGreaterThanOrEqualTo(7168);
    }

    @Test
    void aCodeServesOnceAndBroughtAgainEndsWhatItGave() throws IOException {
        account("ugo", PASSWORD);
        Visitor visitor = before(GATEWAY).logsIn("ugo", PASSWORD);
        String code = visitor.code();

        JsonNode first = visitor.brings(code);
        JsonNode again = visitor.brings(code);

        assertThat(first.has("access_token")).as(first.toString()).isTrue();
        assertThat(again.path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(visitor.renews(first).path("error").asString("")).isEqualTo("invalid_grant");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsWhereItsPersonWants() throws IOException {
        account("tara", PASSWORD);
        Visitor elsewhere = before(GATEWAY).logsIn("tara", PASSWORD);
        JsonNode there = elsewhere.tokens();
        Visitor here = before(ACCOUNT_PAGES).logsIn("tara", PASSWORD);
        here.letsTheSecondPass(here.tokens());

        here.asksTo("UPDATE_PASSWORD").sends(Map.of("password", PASSWORD));
        assertThat(here.isAskedFor("logout-sessions")).isTrue();
        here.sends(Map.of("password-new", ANOTHER, "password-confirm", ANOTHER));
        there = elsewhere.renews(there);
        assertThat(there.has("access_token")).as("not asked for: %s", there).isTrue();
        here.letsTheSecondPass(here.tokens());
        here.asksTo("UPDATE_PASSWORD")
                .sends(Map.of("password", ANOTHER))
                .sends(Map.of("password-new", PASSWORD, "password-confirm", PASSWORD, "logout-sessions", "on"));

        assertThat(elsewhere.renews(there).path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(elsewhere.asks().isAskedFor("password")).isTrue();
        assertThat(here.asks().isIn()).isTrue();
    }

    @Test
    void peopleSeeTheirSessionsAndEndOne() throws IOException {
        account("simon", PASSWORD);
        Visitor elsewhere = before(GATEWAY).logsIn("simon", PASSWORD);
        JsonNode there = elsewhere.tokens();
        Visitor here = before(ACCOUNT_PAGES).logsIn("simon", PASSWORD);
        JsonNode tokens = here.tokens();

        List<JsonNode> sessions = KeycloakAdmin.JSON
                .readTree(here.account(tokens, "GET", "/sessions/devices", "").body())
                .findValues("sessions")
                .stream()
                .flatMap(JsonNode::valueStream)
                .toList();
        assertThat(sessions).hasSize(2);
        String other = sessions.stream()
                .filter(session -> !session.path("current").asBoolean(false))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        here.account(tokens, "DELETE", "/sessions/" + other, "");

        assertThat(elsewhere.renews(there).path("error").asString("")).isEqualTo("invalid_grant");
        assertThat(elsewhere.asks().isAskedFor("password")).isTrue();
        assertThat(here.asks().isIn()).isTrue();
    }

    @Test
    void aTokenSaysWhetherItsLoginUsedAOneTimeCodeAndSaysSoWhenItIsRenewed() throws IOException {
        withAOneTimeCode(account("rosa", PASSWORD));
        account("quentin", PASSWORD);

        Visitor rosa = before(GATEWAY).logsIn("rosa", PASSWORD);
        assertThat(rosa.isIn()).isFalse();
        rosa.sends(Map.of("otp", OneTimeCode.after("", OTP_SECRET)));
        JsonNode strong = rosa.tokens();
        JsonNode weak = before(GATEWAY).logsIn("quentin", PASSWORD).tokens();

        assertThat(methods(strong)).containsExactly("otp");
        assertThat(methods(rosa.renews(strong))).containsExactly("otp");
        assertThat(methods(rosa.asks().tokens())).as("remembered").containsExactly("otp");
        assertThat(methods(weak)).isEmpty();
    }

    @Test
    void theLoginThatSetsTheSecondFactorUpIsWeakStillAndTheNextIsNot() throws IOException {
        String id = account("pauline", PASSWORD);
        ObjectNode asked = (ObjectNode) admin.get("/users/" + id);
        asked.putArray("requiredActions").add("CONFIGURE_TOTP");
        admin.put("/users/" + id, asked);

        Visitor pauline = before(GATEWAY).logsIn("pauline", PASSWORD);
        String secret = pauline.holds("totpSecret");
        String shown = OneTimeCode.after("", secret);
        pauline.sends(Map.of("totp", shown, "totpSecret", secret, "userLabel", "Telephone"));
        JsonNode first = pauline.tokens();
        pauline.asksAgain();
        assertThat(pauline.isIn()).isFalse();
        pauline.sends(Map.of("username", "pauline", "password", PASSWORD))
                .sends(Map.of("otp", OneTimeCode.after(shown, secret)));

        assertThat(methods(first)).isEmpty();
        assertThat(methods(pauline.tokens())).containsExactly("otp");
    }

    @Test
    void aRealmMadeBeforeLearnsToSaySo() throws IOException {
        for (JsonNode step : admin.get("/authentication/flows/Browser%20-%20Conditional%202FA/executions")) {
            if (step.path("providerId").asString().equals("auth-otp-form")) {
                admin.delete(
                        "/authentication/config/"
                                + step.path("authenticationConfig").asString(),
                        KeycloakAdmin.JSON.createObjectNode());
            }
        }
        withAOneTimeCode(account("odile", PASSWORD));
        Visitor odile =
                before(GATEWAY).logsIn("odile", PASSWORD).sends(Map.of("otp", OneTimeCode.after("", OTP_SECRET)));
        JsonNode before = odile.tokens();

        // and once more: the second finds it told
        for (int time = 0; time < 2; time++) {
            RealmUpdate.bring(
                    server.uri(),
                    "mayor",
                    "chain",
                    KeycloakAdmin.JSON.readTree(Files.readString(realms.resolve("agora-realm.json"))),
                    environment);
        }

        assertThat(methods(before)).isEmpty();
        assertThat(methods(odile.renews(before))).as("nobody logs in anew").containsExactly("otp");
    }

    @ParameterizedTest
    @CsvSource({
        "eidas1,",
        "https://proconnect.gouv.fr/assurance/consistency-checked,",
        "https://proconnect.gouv.fr/assurance/consistency-checked-2fa-or-not,",
        "https://elsewhere.exemple/https://proconnect.gouv.fr/assurance/consistency-checked-2fa,",
        "eidas1-mfa, eidas1-mfa",
        "eidas2, eidas2",
        "https://proconnect.gouv.fr/assurance/self-asserted-2fa,https://proconnect.gouv.fr/assurance/self-asserted-2fa"
    })
    void aTokenSaysWhatProConnectSaysOfALoginWithTwoFactorsAndNothingOfAnother(String level, @Nullable String told)
            throws IOException {
        KeycloakAdmin elsewhere = new KeycloakAdmin(server.uri(), "elsewhere", "mayor", "chain");
        elsewhere.put(
                "/users/profile",
                ((ObjectNode) elsewhere.get("/users/profile")).put("unmanagedAttributePolicy", "ENABLED"));
        forget(admin, "email=norbert@essai.exemple");
        forget(elsewhere, "email=norbert@essai.exemple");
        ObjectNode person = person("norbert", PASSWORD);
        person.putObject("attributes").putArray("level").add(level);
        elsewhere.post("/users", person);

        Visitor norbert = before(GATEWAY).asks().follows("social-proconnect");
        norbert.sends(Map.of("username", "norbert", "password", PASSWORD));
        JsonNode tokens = norbert.tokens();

        for (JsonNode each : List.of(tokens, norbert.renews(tokens))) {
            assertThat(Visitor.claims(each).path("proconnect_acr").asString(null))
                    .isEqualTo(told);
            assertThat(methods(each)).isEmpty();
        }
    }

    private static List<String> methods(JsonNode tokens) {
        return Visitor.claims(tokens)
                .path("amr")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static void withAOneTimeCode(String id) throws IOException {
        ObjectNode account = KeycloakAdmin.JSON.createObjectNode();
        account.putArray("credentials")
                .addObject()
                .put("type", "otp")
                .put("secretData", "{\"value\":\"" + OTP_SECRET + "\"}")
                .put(
                        "credentialData",
                        "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\",\"counter\":0}");
        admin.put("/users/" + id, account);
    }

    private static Visitor before(Visitor.Program program) {
        return new Visitor(URI.create(server.uri() + "/realms/agora"), program);
    }

    /** Made anew; answers its id. */
    private static String account(String name, String password) throws IOException {
        forget(admin, "username=" + name);
        admin.post("/users", person(name, password));
        return admin.get("/users?exact=true&username=" + name)
                .path(0)
                .path("id")
                .asString();
    }

    private static void forget(KeycloakAdmin realm, String whom) throws IOException {
        for (JsonNode former : realm.get("/users?exact=true&" + whom)) {
            realm.delete("/users/" + former.path("id").asString(), KeycloakAdmin.JSON.createObjectNode());
        }
    }

    private static ObjectNode person(String name, String password) {
        ObjectNode user = KeycloakAdmin.JSON
                .createObjectNode()
                .put("username", name)
                .put("email", name + "@essai.exemple")
                .put("emailVerified", true)
                .put("firstName", "Essai")
                .put("lastName", "Essai")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", password);
        return user;
    }

    /** Whether this password does, whatever was guessed before it. */
    private static boolean opens(String id, String name, String password) throws IOException {
        admin.delete("/attack-detection/brute-force/users/" + id, KeycloakAdmin.JSON.createObjectNode());
        return before(ACCOUNT_PAGES).logsIn(name, password).isIn();
    }
}
