package fr.agora.local.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a realm people use already to what its file says now: settings, required actions, roles, clients with their
 * secrets and claims, identity providers, what service accounts may do, and what single steps of a login are told.
 * Accounts, their passwords and their sessions stay as they are; what the file does not name stays too.
 */
public final class RealmUpdate {

    /** Brought by steps of their own, or kept. */
    private static final List<String> NOT_SETTINGS = List.of(
            "id",
            "users",
            "clients",
            "roles",
            "defaultRole",
            "components",
            "requiredActions",
            "authenticationFlows",
            "authenticatorConfig",
            "identityProviders",
            "identityProviderMappers",
            "clientScopeMappings",
            "scopeMappings");

    /** As ours are written; {@code ${username}} and its like are Keycloak's own. */
    private static final Pattern NO_VALUE = Pattern.compile("\\$\\{[A-Z][A-Z_]+}");

    /** Another size would make another key at once, and end what the old one signed: docs/security/keys.md changes them. */
    private static final String KEYS = "org.keycloak.keys.KeyProvider";

    private final KeycloakAdmin keycloak;
    private final JsonNode realm;

    private RealmUpdate(KeycloakAdmin keycloak, JsonNode realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    /**
     * Brings the realms of a folder.
     *
     * @param keycloak below which its realms are, {@code http://127.0.0.1:<port>/auth}
     * @param realms with {@code <name>-realm.json} files
     * @param variables what the files name
     * @throws IOException when Keycloak is away, does not know its administrator or refuses something; what was brought
     *     until then stays, and the same again ends it
     */
    public static void bring(URI keycloak, String admin, String password, Path realms, Map<String, String> variables)
            throws IOException {
        for (Path file : Folders.files(realms, "-realm.json")) {
            bring(keycloak, admin, password, KeycloakAdmin.JSON.readTree(Files.readString(file)), variables);
        }
    }

    static void bring(URI keycloak, String admin, String password, JsonNode file, Map<String, String> variables)
            throws IOException {
        JsonNode realm = new Placeholders(variables).in(file);
        String name = realm.path("realm").asString("");
        Matcher missing = NO_VALUE.matcher(realm.toString());
        if (missing.find()) {
            throw new IOException("the realm \"" + name + "\" names " + missing.group() + ", which has no value");
        }
        RealmUpdate update = new RealmUpdate(new KeycloakAdmin(keycloak, name, admin, password), realm);
        update.settings();
        update.requiredActions();
        update.roles();
        update.clients();
        update.scopes();
        update.serviceAccounts();
        update.identityProviders();
        update.components();
        update.loginSteps();
    }

    /** Accounts that the file of accounts names and did not name before; those of that name already stay. */
    static void newAccounts(
            URI keycloak, String admin, String password, JsonNode file, JsonNode former, Map<String, String> variables)
            throws IOException {
        Set<String> known = new HashSet<>();
        former.path("users").forEach(user -> known.add(user.path("username").asString("")));
        ObjectNode partial = KeycloakAdmin.JSON.createObjectNode().put("ifResourceExists", "SKIP");
        ArrayNode users = partial.putArray("users");
        for (JsonNode user : new Placeholders(variables).in(file.path("users"))) {
            if (!known.contains(user.path("username").asString(""))) {
                users.add(user);
            }
        }
        if (!users.isEmpty()) {
            String realm = file.path("realm").asString("");
            new KeycloakAdmin(keycloak, realm, admin, password).post("/partialImport", partial);
        }
    }

    private void settings() throws IOException {
        ObjectNode settings = (ObjectNode) realm.deepCopy();
        settings.remove(NOT_SETTINGS);
        keycloak.put("", settings);
    }

    /** What people are asked for after a login, or ask for themselves; Keycloak passes over it among the settings. */
    private void requiredActions() throws IOException {
        for (JsonNode action : realm.path("requiredActions")) {
            String path = "/authentication/required-actions/" + encoded(action.path("alias"));
            Optional<JsonNode> known = keycloak.found(path);
            if (known.isEmpty()) {
                ObjectNode registration = KeycloakAdmin.JSON.createObjectNode();
                registration.set("providerId", action.path("providerId"));
                registration.set("name", action.path("name"));
                keycloak.post("/authentication/register-required-action", registration);
            }
            keycloak.put(path, known.isEmpty() ? action : merged(known.get(), action));
        }
    }

    private void roles() throws IOException {
        for (JsonNode role : realm.path("roles").path("realm")) {
            String path = "/roles/" + encoded(role.path("name"));
            Optional<JsonNode> known = keycloak.found(path);
            if (known.isEmpty()) {
                keycloak.post("/roles", role);
            } else {
                keycloak.put(path, merged(known.get(), role));
            }
        }
    }

    private void clients() throws IOException {
        for (JsonNode client : realm.path("clients")) {
            Optional<JsonNode> known = client(client.path("clientId").asString(""));
            if (known.isEmpty()) {
                keycloak.post("/clients", client);
                continue;
            }
            String path = "/clients/" + encoded(known.get().path("id"));
            ObjectNode wanted = merged(known.get(), client);
            wanted.remove("protocolMappers");
            keycloak.put(path, wanted);
            mappers(path + "/protocol-mappers/models", client.path("protocolMappers"));
        }
    }

    private Optional<JsonNode> client(String name) throws IOException {
        return keycloak.get("/clients?clientId=" + KeycloakAdmin.encoded(name))
                .valueStream()
                .findFirst();
    }

    private String id(String client) throws IOException {
        return client(client)
                .map(known -> encoded(known.path("id")))
                .orElseThrow(() -> new IOException("Keycloak has no client " + client));
    }

    /** Those of the file and no others, as after an import. */
    private void mappers(String path, JsonNode wanted) throws IOException {
        Set<String> named = new HashSet<>();
        JsonNode all = keycloak.get(path);
        for (JsonNode mapper : wanted) {
            named.add(mapper.path("name").asString(""));
            Optional<JsonNode> known = named(all, mapper);
            if (known.isEmpty()) {
                keycloak.post(path, mapper);
            } else {
                keycloak.put(path + "/" + encoded(known.get().path("id")), merged(known.get(), mapper));
            }
        }
        for (JsonNode mapper : all) {
            if (!wanted.isMissingNode() && !named.contains(mapper.path("name").asString(""))) {
                keycloak.delete(path + "/" + encoded(mapper.path("id")), KeycloakAdmin.JSON.createArrayNode());
            }
        }
    }

    private void scopes() throws IOException {
        for (JsonNode mapping : realm.path("scopeMappings")) {
            given(
                    "/clients/" + id(mapping.path("client").asString("")) + "/scope-mappings/realm",
                    mapping.path("roles"),
                    "/roles/");
        }
        for (Map.Entry<String, JsonNode> owner :
                realm.path("clientScopeMappings").properties()) {
            String id = id(owner.getKey());
            for (JsonNode mapping : owner.getValue()) {
                given(
                        "/clients/" + id(mapping.path("client").asString("")) + "/scope-mappings/clients/" + id,
                        mapping.path("roles"),
                        "/clients/" + id + "/roles/");
            }
        }
    }

    private void serviceAccounts() throws IOException {
        for (JsonNode user : realm.path("users")) {
            String client = user.path("serviceAccountClientId").asString("");
            if (client.isEmpty()) {
                continue;
            }
            String account = encoded(keycloak.get("/clients/" + id(client) + "/service-account-user")
                    .path("id"));
            String path = "/users/" + account + "/role-mappings";
            given(path + "/realm", user.path("realmRoles"), "/roles/");
            for (Map.Entry<String, JsonNode> owner : user.path("clientRoles").properties()) {
                String id = id(owner.getKey());
                given(path + "/clients/" + id, owner.getValue(), "/clients/" + id + "/roles/");
            }
        }
    }

    /** Roles of the file and no others: a power that was taken out of it is taken away. */
    private void given(String path, JsonNode names, String roles) throws IOException {
        if (names.isMissingNode()) {
            return;
        }
        ArrayNode missing = KeycloakAdmin.JSON.createArrayNode();
        ArrayNode surplus = KeycloakAdmin.JSON.createArrayNode();
        List<String> known = new ArrayList<>();
        List<String> wanted = names.valueStream().map(name -> name.asString("")).toList();
        for (JsonNode role : keycloak.get(path)) {
            String name = role.path("name").asString("");
            known.add(name);
            if (!wanted.contains(name)) {
                surplus.add(role);
            }
        }
        for (String name : wanted) {
            if (!known.contains(name)) {
                missing.add(keycloak.get(roles + KeycloakAdmin.encoded(name)));
            }
        }
        if (!missing.isEmpty()) {
            keycloak.post(path, missing);
        }
        if (!surplus.isEmpty()) {
            keycloak.delete(path, surplus);
        }
    }

    private void identityProviders() throws IOException {
        for (JsonNode provider : realm.path("identityProviders")) {
            String path = "/identity-provider/instances/" + encoded(provider.path("alias"));
            Optional<JsonNode> known = keycloak.found(path);
            if (known.isEmpty()) {
                keycloak.post("/identity-provider/instances", provider);
            } else {
                keycloak.put(path, merged(known.get(), provider));
            }
            ArrayNode mappers = KeycloakAdmin.JSON.createArrayNode();
            for (JsonNode mapper : realm.path("identityProviderMappers")) {
                if (mapper.path("identityProviderAlias").equals(provider.path("alias"))) {
                    mappers.add(mapper);
                }
            }
            mappers(path + "/mappers", mappers);
        }
    }

    private void components() throws IOException {
        for (Map.Entry<String, JsonNode> type : realm.path("components").properties()) {
            if (type.getKey().equals(KEYS)) {
                continue;
            }
            JsonNode all = keycloak.get("/components?type=" + KeycloakAdmin.encoded(type.getKey()));
            for (JsonNode component : type.getValue()) {
                Optional<JsonNode> known = all.valueStream()
                        .filter(each -> each.path("providerId").equals(component.path("providerId")))
                        .findFirst();
                if (known.isEmpty()) {
                    ObjectNode wanted = (ObjectNode) component.deepCopy();
                    keycloak.post("/components", wanted.put("providerType", type.getKey()));
                } else {
                    keycloak.put("/components/" + encoded(known.get().path("id")), merged(known.get(), component));
                }
            }
        }
    }

    /** What steps of a login are told; which steps there are stays as it is. */
    private void loginSteps() throws IOException {
        for (JsonNode flow : realm.path("authenticationFlows")) {
            for (JsonNode step : flow.path("authenticationExecutions")) {
                if (step.has("authenticatorConfig")) {
                    tell(flow.path("alias"), step);
                }
            }
        }
    }

    private void tell(JsonNode flow, JsonNode step) throws IOException {
        JsonNode wanted = realm.path("authenticatorConfig")
                .valueStream()
                .filter(config -> config.path("alias").equals(step.path("authenticatorConfig")))
                .findFirst()
                .orElseThrow(() -> new IOException("The file tells nothing by " + step.path("authenticatorConfig")));
        JsonNode known = keycloak.get("/authentication/flows/" + encoded(flow) + "/executions")
                .valueStream()
                .filter(each -> each.path("providerId").equals(step.path("authenticator")))
                .findFirst()
                .orElseThrow(() -> new IOException("The login flow " + flow + " has no " + step.path("authenticator")));
        if (known.has("authenticationConfig")) {
            String path = "/authentication/config/" + encoded(known.path("authenticationConfig"));
            keycloak.put(path, merged(keycloak.get(path), wanted));
        } else {
            keycloak.post("/authentication/executions/" + encoded(known.path("id")) + "/config", wanted);
        }
    }

    private static Optional<JsonNode> named(JsonNode all, JsonNode one) {
        return all.valueStream()
                .filter(each -> each.path("name").equals(one.path("name")))
                .findFirst();
    }

    /** What is known, with what the file says of it; below, of maps such as attributes too. */
    private static ObjectNode merged(JsonNode known, JsonNode wanted) {
        ObjectNode merged = (ObjectNode) known.deepCopy();
        wanted.forEachEntry((name, value) -> merged.set(
                name, value.isObject() && merged.path(name).isObject() ? merged(merged.path(name), value) : value));
        return merged;
    }

    private static String encoded(JsonNode text) {
        return KeycloakAdmin.encoded(text.asString(""));
    }
}
