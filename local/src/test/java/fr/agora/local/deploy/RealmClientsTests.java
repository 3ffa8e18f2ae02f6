package fr.agora.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The programs that may ask Keycloak for tokens, and what each may ask for. */
class RealmClientsTests {

    private static final Set<String> ROLES = Set.of("member", "recruiter", "moderator", "admin");

    private final JsonNode realm = JsonMapper.shared().readTree(Path.of("../infra/keycloak/agora-realm.json"));

    @Test
    void eachHasTheOneGrantItNeedsAndNoneTheImplicitOne() {
        assertThat(each(RealmClientsTests::grants))
                .containsOnly(
                        entry("agora-gateway", List.of("standardFlowEnabled")),
                        // for demonstrations, by a setting that is off
                        entry("agora-cli", List.of("directAccessGrantsEnabled ${AGORA_DIRECT_GRANTS:false}")),
                        entry("agora-operator", List.of("serviceAccountsEnabled")),
                        entry("agora-jobs", List.of("serviceAccountsEnabled")),
                        entry("agora-directory", List.of("serviceAccountsEnabled")),
                        entry("agora-scim", List.of("serviceAccountsEnabled")));
        assertThat(clients())
                .allMatch(client -> client.path("enabled").asString().equals("true")
                        || client.path("enabled").asString().endsWith(":false}"));
    }

    private static List<String> grants(JsonNode client) {
        return Stream.of(
                        "standardFlowEnabled",
                        "implicitFlowEnabled",
                        "directAccessGrantsEnabled",
                        "serviceAccountsEnabled")
                .filter(grant -> !client.path(grant).asString("absent").equals("false"))
                .map(grant -> client.path(grant).isBoolean()
                        ? grant
                        : grant + " " + client.path(grant).asString("absent"))
                .toList();
    }

    @Test
    void aLoginComesBackToOneAddressWrittenInFull() {
        assertThat(each(client -> strings(client.path("redirectUris"))))
                .containsEntry("agora-gateway", List.of("${AGORA_PUBLIC_URL}/login/oauth2/code/agora"))
                .allSatisfy((client, addresses) -> {
                    if (!client.equals("agora-gateway")) {
                        assertThat(addresses).isEmpty();
                    }
                });
        assertThat(client("agora-gateway")
                        .path("attributes")
                        .path("post.logout.redirect.uris")
                        .asString())
                .isEqualTo("${AGORA_PUBLIC_URL}/");
    }

    @Test
    void whatALoginGaveEndsWithTheSessionAfterTenHoursAtMost() {
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isBetween(1, 7_200);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isBetween(1, 36_000);
        assertThat(realm.path("offlineSessionMaxLifespan").isMissingNode())
                .as("no client may ask for a token that outlives the session")
                .isTrue();
        assertThat(clients())
                .allMatch(client -> client.path("optionalClientScopes").isEmpty());
    }

    @Test
    void eachProvesWhoItIsByASecretBesideTheOneOfDemonstrations() {
        assertThat(each(client -> client.path("publicClient").asBoolean(true)
                        ? "nobody"
                        : client.path("clientAuthenticatorType").asString() + " "
                                + client.path("secret").asString()))
                .containsOnly(
                        entry("agora-gateway", "client-secret ${AGORA_GATEWAY_CLIENT_SECRET}"),
                        entry("agora-cli", "nobody"),
                        entry("agora-operator", "client-secret ${AGORA_OPERATOR_SECRET}"),
                        entry("agora-jobs", "client-secret ${AGORA_JOBS_CLIENT_SECRET}"),
                        entry("agora-directory", "client-secret ${AGORA_DIRECTORY_CLIENT_SECRET}"),
                        entry("agora-scim", "client-secret ${AGORA_SCIM_SECRET:unset}"));
    }

    @Test
    void noneGetsARoleBesideThoseOfThePlatformAndOfItsDuty() {
        assertThat(clients())
                .allMatch(client -> !client.path("fullScopeAllowed").asBoolean(true));
        assertThat(realm.path("scopeMappings")
                        .valueStream()
                        .map(each -> each.path("client").asString()))
                .containsExactlyInAnyOrder("agora-gateway", "agora-cli", "agora-operator");
        assertThat(realm.path("scopeMappings").valueStream())
                .allMatch(each -> ROLES.containsAll(strings(each.path("roles"))));
        assertThat(realm.path("clientScopeMappings").propertyNames()).containsExactly("realm-management");
        assertThat(realm.path("clientScopeMappings")
                        .path("realm-management")
                        .valueStream()
                        .collect(Collectors.toMap(
                                each -> each.path("client").asString(),
                                each -> Set.copyOf(strings(each.path("roles"))))))
                .containsOnly(
                        entry("agora-jobs", Set.of("manage-users")),
                        entry("agora-directory", Set.of("view-realm", "view-users", "view-events", "manage-users")));
    }

    @Test
    void aTokenNamesWhomItIsForOrOpensNothingOfThePlatform() {
        assertThat(each(client -> client.path("protocolMappers")
                        .valueStream()
                        .filter(mapper ->
                                mapper.path("protocolMapper").asString().equals("oidc-audience-mapper"))
                        .map(mapper -> mapper.path("config")
                                .path("included.custom.audience")
                                .asString())
                        .toList()))
                .containsOnly(
                        entry("agora-gateway", List.of("agora-api")),
                        entry("agora-cli", List.of("agora-api")),
                        entry("agora-operator", List.of("agora-api")),
                        entry("agora-scim", List.of("agora-api")),
                        // these two speak to Keycloak alone
                        entry("agora-jobs", List.of()),
                        entry("agora-directory", List.of()));
    }

    private Stream<JsonNode> clients() {
        return realm.path("clients").valueStream();
    }

    private JsonNode client(String id) {
        return clients()
                .filter(each -> each.path("clientId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private <T> Map<String, T> each(Function<JsonNode, T> said) {
        return clients()
                .collect(Collectors.toMap(client -> client.path("clientId").asString(), said));
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
