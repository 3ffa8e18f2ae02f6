package fr.agora.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The switch: all of it or nothing, and no line in clear beside it. */
class TlsSettingsTests {

    private static final Map<String, Object> FILES = Map.of(
            "agora.tls.certificate", "/tls/tls.crt",
            "agora.tls.key", "/tls/tls.key",
            "agora.tls.authorities", "/tls/ca.crt");

    private static ConfigurableEnvironment told(Map<String, ?>... settings) {
        Map<String, Object> all = new HashMap<>();
        for (Map<String, ?> some : settings) {
            all.putAll(some);
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("told", all));
        new TlsDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void withoutFilesNothingChanges() {
        int sources = new StandardEnvironment().getPropertySources().size();

        ConfigurableEnvironment environment =
                told(Map.of("agora.tls.lines.index", "http://index:9200", "agora.tls.certificate", ""));

        assertThat(environment.getPropertySources()).hasSize(sources + 1);
        assertThat(environment.getProperty("server.ssl.bundle")).isNull();
    }

    @Test
    void halfASwitchIsRefusedWithWhatIsMissing() {
        assertThatThrownBy(() -> told(Map.of("agora.tls.certificate", "/tls/tls.crt")))
                .rootCause()
                .hasMessageContaining("AGORA_TLS_AUTHORITIES")
                .hasMessageContaining("AGORA_TLS_KEY")
                .hasMessageNotContaining("AGORA_TLS_CERTIFICATE");
    }

    @Test
    void everyServerAndClientThatBootMakesIsEncrypted() {
        ConfigurableEnvironment environment = told(FILES);

        assertThat(environment.getProperty("spring.ssl.bundle.pem.inside.keystore.certificate"))
                .isEqualTo("file:/tls/tls.crt");
        assertThat(environment.getProperty("server.ssl.bundle")).isEqualTo("inside");
        assertThat(environment.getProperty("spring.rabbitmq.ssl.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("spring.rabbitmq.ssl.verify-hostname"))
                .isEqualTo("true");
        assertThat(environment.getProperty("spring.mongodb.ssl.enabled")).isEqualTo("true");
    }

    @Test
    void aPublicPortAsksNobodyForACertificateAPortForFiguresAsksEverybody() {
        ConfigurableEnvironment environment = told(FILES, Map.of("management.server.port", "9090"));

        assertThat(environment.getProperty("server.ssl.client-auth")).isEqualTo("none");
        assertThat(environment.getProperty("management.server.ssl.client-auth")).isEqualTo("need");
    }

    @Test
    void anAddressInClearIsRefusedByItsName() {
        assertThatThrownBy(() -> told(FILES, Map.of("agora.tls.lines.index", "http://index:9200")))
                .hasMessageContaining("index")
                .hasMessageContaining("http://index:9200");
        assertThatThrownBy(() ->
                        told(FILES, Map.of("agora.tls.lines.jobs", "https://jobs-1:8080, http://jobs-2:8080/base")))
                .hasMessageContaining("http://jobs-2:8080");
        assertThatThrownBy(() -> told(FILES, Map.of("agora.tls.lines.scanner", "tcp://clamd:3310")))
                .hasMessageContaining("scanner");
    }

    @Test
    void whatIsEncryptedUnsetOrOnThisMachineAloneIsNot() {
        assertThatCode(() -> told(
                        FILES,
                        Map.of(
                                "agora.tls.lines.jobs", "https://jobs-1:8080,https://jobs-2:8080",
                                "agora.tls.lines.none", "",
                                "agora.tls.lines.unset", "/auth",
                                "agora.tls.lines.also-unset", "tcp://",
                                "agora.tls.lines.sidecar", "http://127.0.0.1:8090")))
                .doesNotThrowAnyException();
    }
}
