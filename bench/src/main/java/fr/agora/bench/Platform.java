package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform that runs in one {@code AGORA_HOME}: its parts as the supervisor tells of them, and its API. */
final class Platform implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOKENS = "/auth/realms/agora/protocol/openid-connect/token";

    private final Path home;
    private final URI control;
    private final String key;
    private final Caller caller;

    private Platform(Path home, String portAndKey, Visitors visitors) {
        String[] words = portAndKey.strip().split(" ");
        this.home = home;
        this.control = URI.create("http://127.0.0.1:" + words[0] + "/status");
        this.key = words[1];
        this.caller = new Caller(visitors);
    }

    /** Empty when none answers there. */
    static Optional<Platform> runningIn(Path home, Visitors visitors) {
        try {
            Platform platform = new Platform(home, Files.readString(home.resolve("run/control")), visitors);
            platform.parts();
            return Optional.of(platform);
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }

    List<Part> parts() throws IOException {
        JsonNode answer = JSON.readTree(caller.read(Request.post(control, "", "Authorization", "Bearer " + key)));
        return answer.valueStream()
                .filter(part -> part.path("state").asString("").equals("READY"))
                .map(part -> new Part(
                        part.path("name").asString(""),
                        part.path("description").asString(""),
                        part.path("pid").asLong(),
                        part.path("port").asInt(),
                        part.path("megabytes").asLong()))
                .toList();
    }

    /** @throws BenchFailure when that part is not ready */
    URI part(String name) throws IOException {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .map(part -> URI.create("http://127.0.0.1:" + part.port()))
                .findFirst()
                .orElseThrow(() -> new BenchFailure("The part \"" + name
                        + "\" is not ready: look at ./agora status and ./agora logs " + name + "."));
    }

    URI gateway() throws IOException {
        return part("gateway");
    }

    Path home() {
        return home;
    }

    /** The value of an {@code Authorization} header, for some minutes. */
    String bearer(String account) throws IOException {
        String form = Map.of(
                        "grant_type", "password", "client_id", "agora-cli", "username", account, "password", "demo")
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        JsonNode answer = JSON.readTree(caller.read(Request.form(gateway().resolve(TOKENS), form)));
        return "Bearer " + answer.path("access_token").asString("");
    }

    JsonNode get(URI uri, String... headers) throws IOException {
        return JSON.readTree(caller.read(Request.get(uri, headers)));
    }

    JsonNode post(URI uri, String json, String... headers) throws IOException {
        return JSON.readTree(caller.read(Request.post(uri, json, headers)));
    }

    JsonNode put(URI uri, String json, String... headers) throws IOException {
        return JSON.readTree(caller.read(Request.put(uri, json, headers)));
    }

    @Override
    public void close() {
        caller.close();
    }
}
