package fr.agora.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Somebody's way through Keycloak's pages to a program, as a browser without scripts goes it. */
final class Visitor {

    /**
     * What people log in to.
     *
     * @param secret empty where it has none
     */
    record Program(String id, String path, String secret) {}

    private record Cookie(String name, String value, String path) {

        static Cookie read(String set) {
            String[] parts = set.split(";")[0].split("=", 2);
            Matcher path = Pattern.compile("(?i);\\s*path=([^;]*)").matcher(set);
            return new Cookie(parts[0], parts[1], path.find() ? path.group(1) : "/");
        }

        String place() {
            return name + " " + path;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String PROOF = "a-proof-of-forty-three-characters-or-more-than-that";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Cookie> cookies = new HashMap<>();
    private final URI realm;
    private final Program program;
    private String page = "";
    private String arrived = "";

    /** @param realm its address, as people see it */
    Visitor(URI realm, Program program) {
        this.realm = realm;
        this.program = program;
    }

    /** Asks to be let in to the program. */
    Visitor asks() {
        return asks(Map.of());
    }

    /** Asks to do something about the account, as its own pages do. */
    Visitor asksTo(String action) {
        return asks(Map.of("kc_action", action));
    }

    /** Asks to be let in, and to be asked for everything though they are remembered. */
    Visitor asksAgain() {
        return asks(Map.of("prompt", "login"));
    }

    private Visitor asks(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("client_id", program.id());
        parameters.put("redirect_uri", home());
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return goes(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/auth?" + form(parameters))));
    }

    Visitor logsIn(String name, String password) {
        return asks().sends(Map.of("username", name, "password", password));
    }

    /** Fills the form in that is in front of them. */
    Visitor sends(Map<String, String> fields) {
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return goes(HttpRequest.newBuilder(realm.resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    boolean isAskedFor(String field) {
        return page.contains(" name=\"" + field + "\"");
    }

    boolean isIn() {
        return !arrived.isEmpty();
    }

    /** What a field of the page holds already. */
    String holds(String field) {
        Matcher value =
                Pattern.compile("name=\"" + field + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        assertThat(value.find()).as(page).isTrue();
        return value.group(1);
    }

    /** Follows the link with this id. */
    Visitor follows(String id) {
        Matcher link = Pattern.compile("<a[^>]*id=\"" + id + "\"[^>]*>").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        Matcher address = Pattern.compile("href=\"([^\"]*)\"").matcher(link.group());
        assertThat(address.find()).as(link.group()).isTrue();
        return goes(HttpRequest.newBuilder(realm.resolve(address.group(1).replace("&amp;", "&"))));
    }

    String page() {
        return page;
    }

    /** What the program is given to fetch the tokens by. */
    String code() {
        Matcher code = CODE.matcher(arrived);
        assertThat(code.find())
                .as("arrived at \"%s\", before %s", arrived, page)
                .isTrue();
        return code.group(1);
    }

    /** What the program hears when it brings a code. */
    JsonNode brings(String code) {
        return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", home()));
    }

    JsonNode tokens() {
        JsonNode tokens = brings(code());
        assertThat(tokens.has("access_token")).as(tokens.toString()).isTrue();
        return tokens;
    }

    /** What the platform is told. */
    static JsonNode claims(JsonNode tokens) {
        return KeycloakAdmin.JSON.readTree(new String(
                Base64.getUrlDecoder()
                        .decode(tokens.path("access_token").asString().split("\\.")[1]),
                StandardCharsets.UTF_8));
    }

    JsonNode renews(JsonNode tokens) {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asString()));
    }

    private JsonNode token(Map<String, String> fields) {
        Map<String, String> parameters = new HashMap<>(fields);
        parameters.put("client_id", program.id());
        parameters.put("code_verifier", PROOF);
        if (!program.secret().isEmpty()) {
            parameters.put("client_secret", program.secret());
        }
        return KeycloakAdmin.JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form(parameters))))
                        .body());
    }

    /** What the pages of the account ask on their person's behalf. */
    HttpResponse<String> account(JsonNode tokens, String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(realm + "/account" + path))
                .header("Authorization", "Bearer " + tokens.path("access_token").asString())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Keycloak counts whole seconds: within that of the login no login is older than none. */
    void letsTheSecondPass(JsonNode tokens) {
        long loggedIn = claims(tokens).path("auth_time").asLong();
        while (Instant.now().getEpochSecond() <= loggedIn) {
            Thread.onSpinWait();
        }
    }

    private Visitor goes(HttpRequest.Builder request) {
        arrived = "";
        HttpResponse<String> answer = send(request);
        while (answer.statusCode() / 100 == 3) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            if (next.toString().startsWith(home())
                    && CODE.matcher(next.toString()).find()) {
                arrived = next.toString();
                page = "";
                return this;
            }
            answer = send(HttpRequest.newBuilder(next));
        }
        page = answer.body();
        return this;
    }

    private String home() {
        return realm.resolve(program.path()).toString();
    }

    // by hand: the library's jar keeps « Secure » cookies from http, which browsers do not on their own machine
    private HttpResponse<String> send(HttpRequest.Builder request) {
        String path = request.build().uri().getPath();
        String carried = cookies.values().stream()
                .filter(cookie -> path.startsWith(cookie.path()))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
        if (!carried.isEmpty()) {
            request.header("Cookie", carried);
        }
        try {
            HttpResponse<String> answer = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            for (String set : answer.headers().allValues("Set-Cookie")) {
                Cookie cookie = Cookie.read(set);
                if (cookie.value().isEmpty() || set.contains("Max-Age=0")) {
                    cookies.remove(cookie.place());
                } else {
                    cookies.put(cookie.place(), cookie);
                }
            }
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(PROOF.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + KeycloakAdmin.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
