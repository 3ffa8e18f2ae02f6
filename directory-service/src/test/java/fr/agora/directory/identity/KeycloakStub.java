package fr.agora.directory.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The part of Keycloak's administration the directory uses, as the real one answers it; shared, so begin anew. */
public final class KeycloakStub {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REALM = "/auth/admin/realms/agora";
    private static KeycloakStub running;

    private final HttpServer server;
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, List<String>> holders = new LinkedHashMap<>();
    private final Map<String, Instant> changes = new LinkedHashMap<>();
    private final List<String> loggedOut = new ArrayList<>();
    private final List<String> comeByProConnect = new ArrayList<>();
    private boolean away;

    private KeycloakStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public static synchronized KeycloakStub running() {
        try {
            if (running == null) {
                running = new KeycloakStub();
            }
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized KeycloakStub anew() {
        users.clear();
        holders.clear();
        changes.clear();
        loggedOut.clear();
        comeByProConnect.clear();
        away = false;
        return this;
    }

    synchronized void knows(String id, String userName, String organization) {
        ObjectNode user = JSON.createObjectNode()
                .put("id", id)
                .put("username", userName)
                .put("enabled", true)
                .put("createdTimestamp", 1_790_000_000_000L);
        user.putObject("attributes").putArray("organization").add(organization);
        users.put(id, user);
    }

    synchronized void holds(String id, String role) {
        holders.computeIfAbsent(role, absent -> new ArrayList<>()).add(id);
    }

    /** Without a password of its own. */
    synchronized void comesByProConnect(String id) {
        comeByProConnect.add(id);
    }

    /** Its person has set a one-time code up. */
    synchronized void hasSecondFactor(String id) {
        users.get(id).put("totp", true);
    }

    /** As an administrator does in the console. */
    synchronized void enabled(String id, boolean enabled, Instant when) {
        users.get(id).put("enabled", enabled);
        changes.put(id, when);
    }

    synchronized void away(boolean isAway) {
        away = isAway;
    }

    synchronized List<String> loggedOut() {
        return List.copyOf(loggedOut);
    }

    synchronized boolean has(String id) {
        return users.containsKey(id);
    }

    synchronized JsonNode user(String id) {
        return users.get(id).deepCopy();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            if (away) {
                exchange.sendResponseHeaders(503, -1);
            } else if (path.endsWith("/token")) {
                boolean known = body.contains("client_id=agora-directory") && body.contains("client_secret=un-secret");
                say(exchange, known ? 200 : 401, Map.of("access_token", "jeton", "expires_in", 300));
            } else if (!"Bearer jeton".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                administer(exchange, exchange.getRequestMethod(), path.substring(REALM.length()), body);
            }
        }
    }

    private void administer(HttpExchange exchange, String method, String path, String body) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI());
        String[] parts = path.split("/");
        if (path.equals("/admin-events")) {
            say(exchange, 200, events(Long.parseLong(query.get("dateFrom"))));
        } else if (path.startsWith("/roles/")) {
            say(
                    exchange,
                    200,
                    holders.getOrDefault(parts[2], List.of()).stream()
                            .map(users::get)
                            .toList());
        } else if (path.equals("/users") && method.equals("POST")) {
            create(exchange, (ObjectNode) JSON.readTree(body));
        } else if (path.equals("/users")) {
            say(exchange, 200, found(query));
        } else if (path.equals("/users/count")) {
            say(exchange, 200, found(query).size());
        } else if (!users.containsKey(parts[2])) {
            exchange.sendResponseHeaders(404, -1);
        } else if (path.endsWith("/logout")) {
            loggedOut.add(parts[2]);
            exchange.sendResponseHeaders(204, -1);
        } else if (path.endsWith("/credentials")) {
            say(exchange, 200, comeByProConnect.contains(parts[2]) ? List.of() : List.of(Map.of("type", "password")));
        } else if (method.equals("PUT")) {
            users.put(parts[2], (ObjectNode) JSON.readTree(body));
            exchange.sendResponseHeaders(204, -1);
        } else if (method.equals("DELETE")) {
            users.remove(parts[2]);
            exchange.sendResponseHeaders(204, -1);
        } else {
            say(exchange, 200, users.get(parts[2]));
        }
    }

    private void create(HttpExchange exchange, ObjectNode user) throws IOException {
        String name = user.path("username").asString();
        if (users.values().stream()
                .anyMatch(each -> each.path("username").asString().equals(name))) {
            say(exchange, 409, Map.of("errorMessage", "User exists with same username"));
            return;
        }
        String id = UUID.randomUUID().toString();
        users.put(id, user.put("id", id));
        exchange.getResponseHeaders().set("Location", address() + REALM + "/users/" + id);
        exchange.sendResponseHeaders(201, -1);
    }

    private List<ObjectNode> found(Map<String, String> query) {
        Predicate<ObjectNode> wanted = user -> true;
        if (query.containsKey("username")) {
            wanted = user -> user.path("username").asString().equals(query.get("username"));
        }
        if (query.containsKey("enabled")) {
            wanted = wanted.and(
                    user -> String.valueOf(user.path("enabled").asBoolean()).equals(query.get("enabled")));
        }
        if (query.containsKey("q")) {
            wanted = wanted.and(user -> ("organization:"
                            + user.path("attributes")
                                    .path("organization")
                                    .path(0)
                                    .asString(""))
                    .equals(query.get("q")));
        }
        return users.values().stream()
                .filter(wanted)
                .skip(Long.parseLong(query.getOrDefault("first", "0")))
                .limit(Long.parseLong(query.getOrDefault("max", "100")))
                .toList();
    }

    private ArrayNode events(long from) {
        ArrayNode events = JSON.createArrayNode();
        changes.forEach((id, when) -> {
            if (when.toEpochMilli() >= from) {
                events.addObject().put("resourcePath", "users/" + id).put("operationType", "UPDATE");
            }
        });
        return events;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void say(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
