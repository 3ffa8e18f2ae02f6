package fr.agora.directory.identity;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The accounts of realm {@code agora}, by a dozen calls of Keycloak's administration (ADR 0035). */
final class KeycloakAccounts implements Accounts {

    private static final String USERS = "/auth/admin/realms/agora/users";
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-zA-Z-]{1,64}");
    private static final Set<String> OTHER_QUESTIONS = Set.of("count", "profile", "profiles");
    private static final int MOST_EVENTS = 1_000;
    private static final String SECOND_FACTOR = "CONFIGURE_TOTP";

    private final RestClient http;
    private final KeycloakTokens tokens;
    private final JsonMapper json;

    KeycloakAccounts(RestClient http, KeycloakTokens tokens, JsonMapper json) {
        this.http = http;
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    public Optional<Account> find(String id) {
        return represented(id).map(KeycloakAccounts::account);
    }

    private Optional<JsonNode> represented(String id) {
        if (!IDENTIFIER.matcher(id).matches() || OTHER_QUESTIONS.contains(id)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(get(USERS + "/{id}", id));
        } catch (HttpClientErrorException.NotFound gone) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Account> named(String userName) {
        return accounts(get(USERS + "?username={name}&exact=true&max=2", userName)).stream()
                .filter(account -> account.userName().equalsIgnoreCase(userName))
                .findFirst();
    }

    @Override
    public List<Account> ofOrganization(String organization, int first, int most) {
        return accounts(get(
                        USERS + "?q={query}&briefRepresentation=false&first={first}&max={max}",
                        "organization:" + organization,
                        first,
                        most))
                .stream()
                .filter(account -> account.belongsTo(organization))
                .toList();
    }

    @Override
    public int countOfOrganization(String organization) {
        JsonNode count = get(USERS + "/count?q={query}", "organization:" + organization);
        return count == null ? 0 : count.asInt(0);
    }

    @Override
    public List<Account> disabled(int first) {
        return accounts(get(USERS + "?enabled=false&briefRepresentation=false&first={first}&max={max}", first, PAGE));
    }

    @Override
    public Set<String> changedSince(Instant moment) {
        Set<String> changed = new TreeSet<>();
        for (int first = 0; first < MOST_EVENTS; first += PAGE) {
            JsonNode events = Objects.requireNonNull(get(
                    "/auth/admin/realms/agora/admin-events?resourceTypes=USER&dateFrom={from}&first={first}&max={max}",
                    moment.toEpochMilli(),
                    first,
                    PAGE));
            for (JsonNode event : events) {
                String path = event.path("resourcePath").asString("");
                if (path.startsWith("users/")) {
                    changed.add(path.substring("users/".length()).split("/", 2)[0]);
                }
            }
            if (events.size() < PAGE) {
                break;
            }
        }
        return changed;
    }

    @Override
    public Account open(NewAccount asked, String organization) {
        ObjectNode user = json.createObjectNode()
                .put("username", asked.userName())
                .put("email", asked.email())
                // the administration that says so answers for it
                .put("emailVerified", asked.email() != null)
                .put("firstName", asked.givenName())
                .put("lastName", asked.familyName())
                .put("enabled", asked.active());
        user.putObject("attributes").putArray("organization").add(organization);
        try {
            ResponseEntity<Void> created = http.post()
                    .uri(USERS)
                    .header("Authorization", tokens.bearer())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(user)
                    .retrieve()
                    .toBodilessEntity();
            URI location = Objects.requireNonNull(created.getHeaders().getLocation(), "where the account is");
            String path = location.getPath();
            return find(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        } catch (HttpClientErrorException.Conflict taken) {
            throw new AccountTaken();
        } catch (HttpClientErrorException.BadRequest refused) {
            throw new AccountRefused();
        }
    }

    @Override
    public void activate(String id, boolean active) {
        change(id, user -> user.put("enabled", active));
    }

    private void change(String id, Consumer<ObjectNode> how) {
        // whole: what a replacement leaves out would be forgotten
        ObjectNode user = (ObjectNode) represented(id).orElseThrow();
        how.accept(user);
        http.put()
                .uri(USERS + "/{id}", id)
                .header("Authorization", tokens.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(user)
                .retrieve()
                .toBodilessEntity();
    }

    @Override
    public void logOut(String id) {
        http.post()
                .uri(USERS + "/{id}/logout", id)
                .header("Authorization", tokens.bearer())
                .retrieve()
                .onStatus(HttpStatus.NOT_FOUND::equals, (request, response) -> {})
                .toBodilessEntity();
    }

    @Override
    public void remove(String id) {
        http.delete()
                .uri(USERS + "/{id}", id)
                .header("Authorization", tokens.bearer())
                .retrieve()
                .onStatus(HttpStatus.NOT_FOUND::equals, (request, response) -> {})
                .toBodilessEntity();
    }

    @Override
    public int askForSecondFactor(String role) {
        int asked = 0;
        for (int first = 0; first < MOST_EVENTS; first += PAGE) {
            JsonNode holders = Objects.requireNonNull(
                    get("/auth/admin/realms/agora/roles/{role}/users?first={first}&max={max}", role, first, PAGE));
            for (JsonNode holder : holders) {
                asked += askForSecondFactor(holder) ? 1 : 0;
            }
            if (holders.size() < PAGE) {
                break;
            }
        }
        return asked;
    }

    @Override
    public Asked askForSecondFactor(int first) {
        JsonNode page = Objects.requireNonNull(
                get(USERS + "?enabled=true&briefRepresentation=false&first={first}&max={max}", first, PAGE));
        int asked = 0;
        for (JsonNode user : page) {
            // without a password they come by ProConnect, which would not ask for ours
            boolean comesByPassword = !user.path("totp").asBoolean(false)
                    && !isAskedAlready(user)
                    && holds(user.path("id").asString(), "password");
            asked += comesByPassword && askForSecondFactor(user) ? 1 : 0;
        }
        return new Asked(asked, page.size() < PAGE);
    }

    private static boolean isAskedAlready(JsonNode user) {
        return contains(user.path("requiredActions"), SECOND_FACTOR);
    }

    private boolean askForSecondFactor(JsonNode holder) {
        String id = holder.path("id").asString();
        boolean program = holder.path("username").asString("").startsWith("service-account-");
        if (program || isAskedAlready(holder) || holds(id, "otp")) {
            return false;
        }
        change(id, user -> {
            ArrayNode actions = user.path("requiredActions").isArray()
                    ? (ArrayNode) user.path("requiredActions")
                    : user.putArray("requiredActions");
            actions.add(SECOND_FACTOR);
        });
        return true;
    }

    private boolean holds(String id, String credential) {
        JsonNode credentials = Objects.requireNonNull(get(USERS + "/{id}/credentials", id));
        return credentials
                .valueStream()
                .anyMatch(each -> each.path("type").asString("").equals(credential));
    }

    private static boolean contains(JsonNode texts, String wanted) {
        return texts.valueStream().anyMatch(text -> text.asString("").equals(wanted));
    }

    private @Nullable JsonNode get(String uri, Object... variables) {
        return http.get()
                .uri(uri, variables)
                .header("Authorization", tokens.bearer())
                .retrieve()
                .body(JsonNode.class);
    }

    private static List<Account> accounts(@Nullable JsonNode users) {
        List<Account> accounts = new ArrayList<>();
        if (users != null) {
            users.forEach(user -> accounts.add(account(user)));
        }
        return accounts;
    }

    private static Account account(JsonNode user) {
        JsonNode organization = user.path("attributes").path("organization").path(0);
        long created = user.path("createdTimestamp").asLong(0);
        return new Account(
                user.path("id").asString(),
                user.path("username").asString(),
                text(user, "firstName"),
                text(user, "lastName"),
                user.path("enabled").asBoolean(false),
                organization.isMissingNode() ? null : organization.asString(),
                created == 0 ? null : Instant.ofEpochMilli(created));
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }
}
