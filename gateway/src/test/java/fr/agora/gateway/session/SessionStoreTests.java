package fr.agora.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Answer;
import fr.agora.gateway.Platform;
import org.junit.jupiter.api.Test;

class SessionStoreTests {

    @Test
    void aSessionSurvivesARestartOfTheGatewayAndNotTheLossOfTheStore() {
        try (Platform platform = Platform.with()) {
            String cookie = platform.login("nora");

            platform.restartGateway();

            platform.get("/offres", "Cookie", cookie);
            assertThat(platform.received().getHeader("Authorization")).isEqualTo("Bearer access-of-nora");

            platform.stopStore();

            assertThat(platform.get("/offres").status()).isEqualTo(200);
            Answer answer = platform.get("/offres", "Cookie", cookie);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("Votre session ne peut pas être vérifiée");
            assertThat(answer.header("Retry-After")).isNotBlank();
        }
    }

    @Test
    void readingGoesOnWithoutKeycloak() {
        try (Platform platform = Platform.with("--agora.identity.keycloak=http://127.0.0.1:1")) {
            String cookie = platform.get("/connexion").session().orElseThrow();
            platform.provider().stop();

            assertThat(platform.get("/offres", "Cookie", cookie).status()).isEqualTo(200);
            assertThat(platform.get("/auth/realms/agora/account").status()).isEqualTo(503);
            platform.restartGateway();
            assertThat(platform.get("/offres").status()).isEqualTo(200);
        }
    }
}
