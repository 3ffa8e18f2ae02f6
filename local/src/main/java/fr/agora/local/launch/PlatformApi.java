package fr.agora.local.launch;

import fr.agora.local.imports.ImportEndpoint;
import fr.agora.local.imports.ImportKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as any client sees it: through the gateway, with a token from where people log in. */
final class PlatformApi implements ImportEndpoint {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_A_FILE = Duration.ofMinutes(10);
    private static final int TRIES = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final URI login;
    private final Map<String, String> grant;
    private String token = "";

    private PlatformApi(Settings settings, Map<String, String> grant) {
        this.gateway = URI.create(settings.insideUrl());
        this.login = URI.create(
                settings.identityUrl().equals(settings.publicUrl()) ? settings.insideUrl() : settings.identityUrl());
        this.grant = grant;
    }

    /** The client the platform's operator uses: an administrator without a person. */
    static PlatformApi asOperator(Settings settings, Secrets secrets) {
        return new PlatformApi(
                settings,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "agora-operator",
                        "client_secret",
                        secrets.operatorClient()));
    }

    /** A demo account, whose password everybody knows. */
    static PlatformApi asAccount(Settings settings, String account) {
        return new PlatformApi(
                settings,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "agora-cli",
                        "username",
                        account,
                        "password",
                        DemoAccounts.PASSWORD));
    }

    /** A new access token. */
    String token() throws IOException, InterruptedException {
        String form = grant.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(login.resolve("/auth/realms/agora/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        JsonNode answer = json(response.body());
        if (response.statusCode() != 200) {
            throw new IOException(
                    answer.path("error_description").asString("the login answered " + response.statusCode()));
        }
        token = answer.path("access_token").asString("");
        return token;
    }

    @Override
    public String take(ImportKind kind, String ndjson) throws IOException, InterruptedException {
        return exchange("POST", kind.path(), "application/x-ndjson", ndjson);
    }

    @Override
    public String takeWhole(ImportKind kind, String contentType, Path file, boolean complete)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request(kind.path() + (complete ? "?complete=true" : ""), contentType)
                        .header("Accept", "application/x-ndjson, application/problem+json")
                        .timeout(PATIENCE_WITH_A_FILE)
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(sentence(response, kind.path()));
        }
        return response.body();
    }

    /** Lines to an import that has no file of its own. */
    String lines(String path, String ndjson) throws IOException, InterruptedException {
        return exchange("POST", path, "application/x-ndjson", ndjson);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json(exchange("GET", path, "application/json", ""));
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return json(exchange("POST", path, "application/json", JSON.writeValueAsString(body)));
    }

    /**
     * What came of a call.
     *
     * @param id of what it made or changed; empty where the answer has none
     * @param sentence the refusal, for a console
     */
    record Told(int status, String id, String sentence) {}

    /** Calls and tells what came of it, a refusal too. */
    Told tell(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = healed("POST", path, "application/json", body);
        boolean taken = response.statusCode() / 100 == 2 && !response.body().isBlank();
        return new Told(
                response.statusCode(),
                taken ? json(response.body()).path("id").asString("") : "",
                sentence(response, path));
    }

    // a token lives for minutes and an import may last longer; a service may be busy for a moment: imports may be
    // repeated
    private HttpResponse<String> healed(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, type, body);
        for (int attempt = 1; attempt < TRIES && mayHeal(response.statusCode()); attempt++) {
            if (response.statusCode() == 401) {
                token = "";
            } else {
                Thread.sleep(Duration.ofSeconds(attempt));
            }
            response = send(method, path, type, body);
        }
        return response;
    }

    private String exchange(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = healed(method, path, type, body);
        if (response.statusCode() / 100 != 2) {
            throw new IOException(sentence(response, path));
        }
        return response.body();
    }

    private static boolean mayHeal(int status) {
        return status == 401 || status == 429 || status == 502 || status == 503 || status == 504;
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, type)
                .header("Accept", type + ", application/problem+json")
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String type) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + (token.isEmpty() ? token() : token))
                .header("Content-Type", type)
                .header("Accept-Language", "fr");
    }

    private static String sentence(HttpResponse<String> response, String path) {
        String said;
        try {
            JsonNode problem = JSON.readTree(response.body());
            said = problem.path("detail").asString(problem.path("title").asString(""))
                    + problem.path("errors")
                            .valueStream()
                            .map(error -> " " + error.path("field").asString("") + ": "
                                    + error.path("message").asString(""))
                            .collect(Collectors.joining(";"));
        } catch (JacksonException notAProblem) {
            said = "";
        }
        return path + " answered " + response.statusCode() + (said.isEmpty() ? "" : ": " + said);
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            throw new IOException("an answer was not JSON", notJson);
        }
    }
}
