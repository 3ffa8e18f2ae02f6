package fr.agora.projects.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class PeerTests {

    @Test
    void aPeerWhoseCertificateNobodyVouchesForIsNotAsked(CapturedOutput output) {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(Peer.class.getName(), LogLevel.INFO);
        WireMockServer outside =
                new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());
        outside.start();
        outside.stubFor(any(anyUrl()).willReturn(ok("bonjour")));
        Peer peer = new Peer("exemple", Duration.ofSeconds(10), DataSize.ofKilobytes(4));
        try {
            assertThat(peer.ask(question("http", outside.port())))
                    .as("it is there")
                    .isPresent();
            outside.resetRequests();

            assertThat(peer.ask(question("https", outside.httpsPort()))).isEmpty();
            assertThat(output).contains("peer=exemple cause=SSLHandshakeException");
            assertThat(outside.getAllServeEvents()).isEmpty();
        } finally {
            outside.stop();
        }
    }

    private static HttpRequest.Builder question(String scheme, int port) {
        return HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + "/"));
    }
}
