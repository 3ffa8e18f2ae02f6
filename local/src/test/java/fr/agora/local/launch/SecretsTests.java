package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    Path home;

    @Test
    void secretsAreMadeOnceForAHome() throws Exception {
        Secrets first = Secrets.in(home.resolve("secrets"));

        assertThat(Secrets.in(home.resolve("secrets"))).isEqualTo(first);
        assertThat(Secrets.in(home.resolve("others"))).isNotEqualTo(first);
        assertThat(first.gatewayClient()).hasSizeGreaterThan(30).isNotEqualTo(first.operatorClient());
    }

    @Test
    void onlyTheirOwnerCanReadThem() throws Exception {
        Secrets.in(home.resolve("secrets"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretIsNotPrintedByAccident() throws Exception {
        Secrets secrets = Secrets.in(home.resolve("secrets"));

        assertThat(secrets.toString()).doesNotContain(secrets.gatewayClient());
    }
}
