package fr.agora.gateway.routing;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class BreakerTests {

    @Test
    void aServiceThatIsDownIsLeftAloneAndFoundAgain() {
        try (Platform platform = Platform.with()) {
            platform.services().stubFor(any(anyUrl()).willReturn(serviceUnavailable()));
            until(() -> platform.get("/offres").body().contains("Service momentanément indisponible"));

            platform.services().resetRequests();
            Answer page = platform.get("/offres");
            Answer problem = platform.get("/api/jobs/offers");

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("10");
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.body()).contains("urn:agora:problem:service-unavailable");
            assertThat(platform.services().getAllServeEvents()).isEmpty();
            assertThat(platform.get("/annuaire").status())
                    .as("another service has its own breaker")
                    .isEqualTo(503);

            platform.everythingAnswers("revenu");
            until(() -> platform.get("/offres").body().equals("revenu"));
            assertThat(platform.get("/offres").status()).isEqualTo(200);
        }
    }

    @Test
    void aServiceThatIsGoneIsAPlainPageAtOnce() {
        try (Platform platform = Platform.with("--agora.neighbours.jobs=http://127.0.0.1:1")) {
            Answer answer = platform.get("/offres");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("Service momentanément indisponible");
            assertThat(platform.get("/annuaire").status()).isEqualTo(200);
        }
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
    }
}
