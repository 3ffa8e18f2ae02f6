package fr.agora.acceptance;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A second realm of the same Keycloak that plays ProConnect, and the broker of the first pointed at it. */
final class ProConnectRealm implements AutoCloseable {

    static final String PASSWORD = "un mot de passe d’essai";

    private static final String NAME = "proconnect-essai";
    private static final String BROKER = "/admin/realms/agora/identity-provider/instances/proconnect";

    private final IdentityConsole console;
    private final ObjectNode before;
    private String group = "";

    private ProConnectRealm(IdentityConsole console) {
        this.console = console;
        this.before = (ObjectNode) console.read(BROKER);
    }

    /** @param domain whose people belong to that organisation */
    static ProConnectRealm open(Agora agora, IdentityConsole console, String domain, String organization) {
        ProConnectRealm realm = new ProConnectRealm(console);
        realm.create(agora);
        realm.point(agora);
        realm.sort(domain, organization);
        return realm;
    }

    private void create(Agora agora) {
        console.removeRealm(NAME);
        console.post(
                "/admin/realms",
                object().put("realm", NAME).put("enabled", true).put("sslRequired", "none"));
        for (String scope : List.of("given_name", "usual_name", "uid", "siret")) {
            console.post(
                    "/admin/realms/" + NAME + "/client-scopes",
                    object().put("name", scope).put("protocol", "openid-connect"));
        }
        ObjectNode client = object().put("clientId", "agora")
                .put("secret", "secret-essai")
                .put("publicClient", false)
                .put("standardFlowEnabled", true);
        String endpoint = agora.loginUrl("/auth/realms/agora/broker/proconnect/endpoint");
        client.putArray("redirectUris").add(endpoint);
        client.putObject("attributes").put("post.logout.redirect.uris", endpoint + "/logout_response");
        ArrayNode optional = client.putArray("optionalClientScopes");
        List.of("given_name", "usual_name", "uid", "siret").forEach(optional::add);
        ArrayNode usual = client.putArray("defaultClientScopes");
        List.of("basic", "email", "profile").forEach(usual::add);
        ObjectNode mapper = client.putArray("protocolMappers")
                .addObject()
                .put("name", "usual name")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-usermodel-attribute-mapper");
        mapper.putObject("config")
                .put("user.attribute", "lastName")
                .put("claim.name", "usual_name")
                .put("jsonType.label", "String")
                .put("id.token.claim", "true")
                .put("userinfo.token.claim", "true");
        console.post("/admin/realms/" + NAME + "/clients", client);
    }

    // what an operator sets: docs/operations/agents-log-in-by-proconnect.md
    private void point(Agora agora) {
        ObjectNode broker = before.deepCopy().put("enabled", true);
        String outside = agora.loginUrl("/auth/realms/" + NAME);
        String inside = console.address() + "/realms/" + NAME + "/protocol/openid-connect";
        ((ObjectNode) broker.path("config"))
                .put("issuer", outside)
                .put("authorizationUrl", outside + "/protocol/openid-connect/auth")
                .put("tokenUrl", inside + "/token")
                .put("userInfoUrl", inside + "/userinfo")
                .put("jwksUrl", inside + "/certs")
                // of another origin than ours, as ProConnect's is
                .put("logoutUrl", inside + "/logout")
                .put("clientId", "agora")
                .put("clientSecret", "secret-essai");
        console.put(BROKER, broker);
    }

    private void sort(String domain, String organization) {
        ObjectNode place = object().put("name", "essai-" + organization);
        place.putObject("attributes").putArray("organization").add(organization);
        console.post("/admin/realms/agora/groups", place);
        group = console.read("/admin/realms/agora/groups?exact=true&search=essai-" + organization)
                .path(0)
                .path("id")
                .asString();
        ObjectNode mapper = object().put("name", "essai " + organization)
                .put("identityProviderAlias", "proconnect")
                .put("identityProviderMapper", "oidc-advanced-group-idp-mapper");
        mapper.putObject("config")
                .put("syncMode", "FORCE")
                .put("claims", "[{\"key\":\"email\",\"value\":\".*@%s\"}]".formatted(domain.replace(".", "\\\\.")))
                .put("are.claim.values.regex", "true")
                .put("group", "/essai-" + organization);
        console.post(BROKER + "/mappers", mapper);
    }

    static boolean isLogout(String address) {
        return address.contains("/realms/" + NAME + "/protocol/openid-connect/logout");
    }

    /** Somebody whom ProConnect knows and Agora has never seen. */
    void knows(String userName, String given, String family, String email) {
        ObjectNode person = object().put("username", userName)
                .put("enabled", true)
                .put("firstName", given)
                .put("lastName", family)
                .put("email", email)
                .put("emailVerified", true);
        person.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", PASSWORD)
                .put("temporary", false);
        console.post("/admin/realms/" + NAME + "/users", person);
    }

    private static ObjectNode object() {
        return Api.JSON.createObjectNode();
    }

    @Override
    public void close() {
        console.read(BROKER + "/mappers").forEach(mapper -> {
            if (mapper.path("name").asString().startsWith("essai ")) {
                console.delete(BROKER + "/mappers/" + mapper.path("id").asString());
            }
        });
        console.put(BROKER, before);
        if (!group.isEmpty()) {
            console.delete("/admin/realms/agora/groups/" + group);
        }
        console.removeRealm(NAME);
    }
}
