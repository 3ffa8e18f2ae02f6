package fr.agora.local.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.local.process.ParentJvm;
import fr.agora.local.process.PartFailed;
import fr.agora.local.process.Ports;
import fr.agora.local.process.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OpenSearchNodeTests {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    void whatWasIndexedIsFoundAgainAfterAKill() throws Exception {
        OpenSearchNode first = OpenSearchNode.start(directory);
        assertThat(send(
                        first,
                        "PUT",
                        "/agents",
                        "{\"settings\":{\"analysis\":{\"analyzer\":{\"default\":{"
                                + "\"tokenizer\":\"standard\",\"filter\":[\"lowercase\",\"asciifolding\"]}}}}}"))
                .contains("\"acknowledged\":true");
        assertThat(send(first, "PUT", "/agents/_doc/1?refresh=true", "{\"metier\":\"Ingénieure de données\"}"))
                .contains("\"result\":\"created\"");
        assertThat(found(first)).contains("\"value\":1");
        assertThat(send(first, "PUT", "/agents/_doc/2", "{\"metier\":\"Chef de projet données\"}"))
                .contains("\"result\":\"created\"");

        first.process().kill();
        assertThat(first.process().isAlive()).isFalse();

        try (OpenSearchNode second = OpenSearchNode.start(directory)) {
            assertThat(found(second)).contains("\"value\":2");
        }
    }

    @Test
    void aServerNodeAnswersAndStops() throws Exception {
        OpenSearchNode node =
                OpenSearchNode.start(directory, Ports.free(), Ports.free(), NodeMode.SERVER, Progress.SILENT);
        assertThat(send(node, "GET", "/", "")).contains("\"number\" : \"3.6.0\"");

        node.close();

        assertThat(node.process().isAlive()).isFalse();
        assertThat(Ports.answers(node.uri().getPort())).isFalse();
    }

    @Test
    void anIndexNobodyDeclaredIsNotMadeUp() throws Exception {
        try (OpenSearchNode node = OpenSearchNode.start(directory)) {
            assertThat(send(node, "PUT", "/surprise/_doc/1", "{}")).contains("index_not_found_exception");
        }
    }

    @Test
    void aNodeDiesWithItsParent() throws Exception {
        try (ParentJvm parent = ParentJvm.of(NodeParent.class, directory)) {
            parent.kill();

            assertThat(parent.child().onExit()).succeedsWithin(SOON);
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> OpenSearchNode.start(directory, taken.getLocalPort(), Ports.free()))
                    .isInstanceOf(PartFailed.class)
                    .hasMessage("OpenSearch cannot listen on port " + taken.getLocalPort() + ": it is taken.");
        }
    }

    private String found(OpenSearchNode node) throws IOException, InterruptedException {
        send(node, "POST", "/agents/_refresh", "");
        return send(node, "POST", "/agents/_search", "{\"query\":{\"match\":{\"metier\":\"donnees\"}}}");
    }

    private String send(OpenSearchNode node, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.uri() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
