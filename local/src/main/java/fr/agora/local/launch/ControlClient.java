package fr.agora.local.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command's end of the line to the supervisor. */
final class ControlClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Home home;

    ControlClient(Home home) {
        this.home = home;
    }

    List<PartStatus> status() throws LaunchFailure, InterruptedException {
        return JSON.readValue(ask("status"), new TypeReference<List<PartStatus>>() {});
    }

    void stop() throws LaunchFailure, InterruptedException {
        ask("stop");
    }

    void change(String verb, String part) throws LaunchFailure, InterruptedException {
        ask(verb + "/" + part);
    }

    private String ask(String path) throws LaunchFailure, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build()) {
            String[] line = Files.readString(home.control()).strip().split(" ");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + line[0] + "/" + path))
                    .header("Authorization", "Bearer " + line[1])
                    .timeout(Duration.ofMinutes(10))
                    .POST(BodyPublishers.noBody())
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return response.body();
            }
            JsonNode failure = JSON.readTree(response.body());
            throw new LaunchFailure(new LaunchFailure.Told(
                    failure.path("sentence").asString("The supervisor refused."),
                    failure.path("advice").asString("")));
        } catch (IOException | IllegalArgumentException nobodyThere) {
            throw new LaunchFailure(new LaunchFailure.NotRunning(home.root()));
        }
    }
}
