package fr.agora.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the realm promises before anybody logs in; LoginStoryIT tries some of it. */
class RealmTests {

    private static final Path INFRA = Path.of("../infra/keycloak");

    private final JsonNode realm = JsonMapper.shared().readTree(INFRA.resolve("agora-realm.json"));

    @Test
    void aPasswordIsGuessedAtTheRateOfAFewAnHourAndLocksNobodyOutForGood() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.path("failureFactor").asInt()).isLessThanOrEqualTo(10);
        assertThat(realm.path("waitIncrementSeconds").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(realm.path("maxFailureWaitSeconds").asInt()).isGreaterThanOrEqualTo(900);
        assertThat(realm.path("minimumQuickLoginWaitSeconds").asInt()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aPasswordHasTwelveCharactersIsNeitherTheNameNorTheMailAndOnNoList() {
        assertThat(realm.path("passwordPolicy").asString())
                .isEqualTo("${AGORA_PASSWORD_POLICY:length(12) and notUsername(undefined) and notEmail(undefined)"
                        + " and passwordBlacklist(agora.txt)}");
    }

    @Test
    void aPasswordMayBeOfAnyKindOfCharactersAndLastsAsLongAsItsOwnerWants() {
        assertThat(realm.path("passwordPolicy").asString())
                .doesNotContainPattern(
                        "digits|lowerCase|upperCase|specialChars|regexPattern|maxLength|forceExpired|passwordAge|History");
    }

    @Test
    void keysAndSignaturesAreOfApprovedAlgorithms() {
        assertThat(realm.path("components")
                        .path("org.keycloak.keys.KeyProvider")
                        .valueStream()
                        .map(key -> key.path("providerId").asString()
                                + key.path("config").path("algorithm").path(0).asString("")
                                + key.path("config").path("keySize").path(0).asString("")))
                .containsExactlyInAnyOrder(
                        "rsa-generatedRS2563072",
                        "rsa-enc-generatedRSA-OAEP3072",
                        "hmac-generatedHS512",
                        "aes-generated");
    }

    @Test
    void theListOfRefusedPasswordsIsWhatItsWordsMake() throws IOException {
        PasswordWords words = new PasswordWords(INFRA.resolve("password-words.txt"));
        Path made = Files.write(Path.of("target/agora.txt"), words.passwords());

        assertThat(INFRA.resolve("password-blacklists/agora.txt"))
                .as("take " + made.toAbsolutePath())
                .hasSameTextualContentAs(made);
        assertThat(words.passwords())
                .contains("motdepasse2026!", "datagouv-datalab", "azertyuiopqs", "@dministr@teur2026")
                .allSatisfy(password -> assertThat(password).isEqualTo(password.toLowerCase(Locale.ROOT)));
    }

    @Test
    void aOneTimeCodeServesOnceAndForThirtySeconds() {
        assertThat(realm.path("otpPolicyType").asString()).isEqualTo("totp");
        assertThat(realm.path("otpPolicyPeriod").asInt()).isEqualTo(30);
        assertThat(realm.path("otpPolicyLookAheadWindow").asInt(-1)).isZero();
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
    }

    /** Keycloak imports those of the file and no others. */
    @Test
    void whatChangesAPasswordAMailOrAFactorAsksForANewLoginHoweverFreshTheLast() {
        assertThat(realm.path("requiredActions").valueStream())
                .filteredOn(
                        action -> action.at("/config/max_auth_age").asString("").equals("0"))
                .extracting(action -> action.path("alias").asString())
                .contains(
                        "UPDATE_PASSWORD",
                        "UPDATE_EMAIL",
                        "CONFIGURE_TOTP",
                        "webauthn-register",
                        "webauthn-register-passwordless",
                        "CONFIGURE_RECOVERY_AUTHN_CODES",
                        "delete_credential",
                        "idp_link");
        // else the mail is among what the account's own page changes
        assertThat(realm.path("requiredActions").valueStream())
                .filteredOn(action -> action.path("alias").asString().equals("UPDATE_EMAIL"))
                .allSatisfy(action ->
                        assertThat(action.path("enabled").asBoolean(false)).isTrue());
    }

    /** The services take its word without a second factor, so nobody's login may lead to a token of it. */
    @Test
    void theOperatorsProgramLogsInByItsSecretAloneAndNoPersonLogsInToIt() {
        JsonNode operator = realm.path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asString().equals("agora-operator"))
                .findFirst()
                .orElseThrow();

        assertThat(operator.path("serviceAccountsEnabled").asBoolean(false)).isTrue();
        assertThat(operator.path("publicClient").asBoolean(true)).isFalse();
        for (String ofPeople : List.of("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled")) {
            assertThat(operator.path(ofPeople).asBoolean(true)).as(ofPeople).isFalse();
        }
        // devices, CIBA, exchanged tokens: each would be an attribute
        assertThat(operator.path("attributes").propertyNames()).allMatch(name -> name.equals("access.token.lifespan"));
    }

    @Test
    void theStepThatAsksForAOneTimeCodeIsKnownByItsNameForAsLongAsASessionLasts() {
        JsonNode told = realm.path("authenticatorConfig")
                .valueStream()
                .filter(config -> config.at("/config/default.reference.value")
                        .asString("")
                        .equals("otp"))
                .findFirst()
                .orElseThrow();

        assertThat(told.at("/config/default.reference.maxAge").asString())
                .isEqualTo(realm.path("ssoSessionMaxLifespan").asString());
        assertThat(realm.path("authenticationFlows").findValues("authenticationExecutions").stream()
                        .flatMap(JsonNode::valueStream)
                        .filter(step -> step.path("authenticator").asString("").equals("auth-otp-form")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.path("authenticatorConfig")).isEqualTo(told.path("alias")));
    }

    @Test
    void signaturesAreAsHardToForgeAs128BitsToGuess() {
        assertThat(realm.at("/components/org.keycloak.keys.KeyProvider").valueStream())
                .filteredOn(provider -> provider.path("providerId").asString().startsWith("rsa"))
                .hasSize(2)
                .allSatisfy(provider -> assertThat(Integer.parseInt(
                                provider.at("/config/keySize/0").asString()))
                        .isGreaterThanOrEqualTo(3072));
    }

    @Test
    void tokensAreRenewedByNewOnesCodesLiveAMinuteAndNothingIsImplicit() {
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        // once more: two gateways may renew at the same moment
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isBetween(0, 1);
        assertThat(realm.path("accessCodeLifespan").asInt()).isEqualTo(60);
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(StreamSupport.stream(realm.path("clients").spliterator(), false))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        client -> assertThat(client.path("implicitFlowEnabled").asBoolean(false))
                                .as(client.path("clientId").asString())
                                .isFalse());
    }

    @Test
    void loginsAreNotedAndSoAreThoseThatFail() {
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("enabledEventTypes").valueStream().map(JsonNode::asString))
                .contains("LOGIN", "LOGIN_ERROR", "LOGOUT", "UPDATE_PASSWORD", "CODE_TO_TOKEN_ERROR");
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
    }
}
