package fr.agora.gateway.limits;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void oneAddressThatAsksTooMuchIsSlowedDownAndAnAccountIsNot() {
        try (Platform platform = Platform.with("--agora.limits.per-second=1", "--agora.limits.burst=5")) {
            String cookie = platform.login("nora");
            Answer last = platform.get("/api/jobs/offers");
            for (int i = 0; i < 100 && last.status() == 200; i++) {
                // a forged token buys no fresh allowance
                last = platform.get("/api/jobs/offers", "Authorization", "Bearer forged-" + i);
            }

            assertThat(last.status()).isEqualTo(429);
            assertThat(last.header("Retry-After")).isEqualTo("1");
            assertThat(last.body()).contains("urn:agora:problem:too-many-requests");
            assertThat(platform.get("/offres", "Cookie", cookie).status()).isEqualTo(200);
        }
    }

    @Test
    void bodiesAreBoundedWhetherTheySayTheirSizeOrNot() {
        try (Platform platform = Platform.with()) {
            platform.services().stubFor(any(anyUrl()).willReturn(ok("reçu")));

            assertThat(sized(platform, "/api/jobs/offers", MEGABYTE).status()).isEqualTo(200);
            Answer tooLarge = sized(platform, "/api/jobs/offers", 5 * MEGABYTE);
            assertThat(tooLarge.status()).isEqualTo(413);
            assertThat(tooLarge.body()).contains("urn:agora:problem:body-too-large");
            assertThat(sized(platform, "/api/jobs/imports/offers", 5 * MEGABYTE).status())
                    .isEqualTo(200);
            assertThat(platform.received().getBody()).hasSize(5 * MEGABYTE);
            assertThat(unsized(platform, "/api/jobs/offers", MEGABYTE).status()).isEqualTo(200);
            assertThat(unsized(platform, "/api/jobs/offers", 5 * MEGABYTE).status())
                    .isEqualTo(413);
        }
    }

    private static Answer sized(Platform platform, String path, int bytes) {
        return platform.send("POST", path, HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]));
    }

    private static Answer unsized(Platform platform, String path, int bytes) {
        return platform.send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])));
    }
}
