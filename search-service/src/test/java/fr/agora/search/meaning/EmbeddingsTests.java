package fr.agora.search.meaning;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddingsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void anEndpointWhoseCertificateNobodyVouchesForGetsNoWord(CapturedOutput output) {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(Embeddings.class.getName(), LogLevel.INFO);
        WireMockServer endpoint =
                new WireMockServer(wireMockConfig().dynamicPort().dynamicHttpsPort());
        endpoint.start();
        endpoint.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[{\"embedding\":[0.6,0.8]}]}")));
        try {
            assertThat(at("http://localhost:" + endpoint.port()).of(List.of("haies"), PATIENCE))
                    .as("it is there")
                    .isPresent();
            endpoint.resetRequests();

            assertThat(at("https://localhost:" + endpoint.httpsPort()).of(List.of("haies"), PATIENCE))
                    .isEmpty();
            assertThat(output).contains("No vectors are given cause=SSLHandshakeException");
            assertThat(endpoint.getAllServeEvents()).isEmpty();
        } finally {
            endpoint.stop();
        }
    }

    private static Embeddings at(String address) {
        var settings =
                new AssistantSettings(URI.create(address), "une-cle", "model", PATIENCE, PATIENCE, PATIENCE, null);
        return new Embeddings(settings, JsonMapper.shared());
    }
}
