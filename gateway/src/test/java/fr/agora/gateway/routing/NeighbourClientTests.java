package fr.agora.gateway.routing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import fr.agora.platform.tls.InsideLines;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.Test;

class NeighbourClientTests {

    @Test
    void aNeighbourWhoseCertificateNobodyVouchesForIsNotAsked() throws IOException {
        WireMockServer neighbour =
                new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());
        neighbour.start();
        neighbour.stubFor(any(anyUrl()).willReturn(ok()));
        NeighbourClient client = new NeighbourClient(neighbours(), InsideLines.inClear());
        try {
            try (ClassicHttpResponse plain = ask(client, new HttpHost("http", "localhost", neighbour.port()))) {
                assertThat(plain.getCode()).as("it is there").isEqualTo(200);
            }
            neighbour.resetRequests();

            assertThatThrownBy(() -> ask(client, new HttpHost("https", "localhost", neighbour.httpsPort())))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(neighbour.getAllServeEvents()).isEmpty();
        } finally {
            client.destroy();
            neighbour.stop();
        }
    }

    private static ClassicHttpResponse ask(NeighbourClient client, HttpHost target) throws IOException {
        return client.open(target, new BasicClassicHttpRequest("GET", target, "/"), false);
    }

    private static Neighbours neighbours() {
        List<URI> nowhere = List.of(URI.create("http://127.0.0.1:1"));
        Duration patience = Duration.ofSeconds(5);
        return new Neighbours(
                nowhere, nowhere, nowhere, nowhere, nowhere.getFirst(), patience, patience, patience, 2, 8, patience);
    }
}
