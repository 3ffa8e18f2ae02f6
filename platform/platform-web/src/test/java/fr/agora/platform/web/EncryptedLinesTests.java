package fr.agora.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.agora.platform.tls.Authority;
import fr.agora.platform.tls.Authority.CertificateFiles;
import fr.agora.platform.tls.InsideLines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Two services with certificates of one authority, and whoever has none or another's. */
class EncryptedLinesTests {

    private final Authority authority = new Authority("the deployment");
    private final Authority another = new Authority("somebody else");

    @TempDir
    private Path mounted;

    private final List<ConfigurableApplicationContext> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext service(String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "--spring.config.import=classpath:platform-defaults.yaml",
                                "--agora.identity.jwks-uri=",
                                "--server.address=127.0.0.1",
                                "--server.port=0"),
                        Arrays.stream(settings))
                .toArray(String[]::new);
        ConfigurableApplicationContext service = SpringApplication.run(Greeting.class, all);
        started.add(service);
        return service;
    }

    private ConfigurableApplicationContext certified(Authority by, String name, String... hosts) {
        return service(by.write(mounted.resolve(name), by.certify(name, hosts)).settings());
    }

    private static String port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getProperty("local.server.port", "");
    }

    private static HttpResponse<String> ask(HttpClient client, String address) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> askAs(ConfigurableApplicationContext caller, String address)
            throws IOException {
        return ask(caller.getBean(InsideLines.class).http().build(), address);
    }

    private HttpClient stranger(Authority.Certified shown) {
        return HttpClient.newBuilder().sslContext(authority.context(shown)).build();
    }

    @Test
    void aCertifiedCallerIsServed() throws IOException {
        ConfigurableApplicationContext asked = certified(authority, "asked", "localhost");
        ConfigurableApplicationContext caller = certified(authority, "caller", "elsewhere");

        HttpResponse<String> answer = askAs(caller, "https://localhost:" + port(asked) + "/api/bonjour");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("bonjour");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void aCallerWithoutACertificateLearnsOnlyThatTheServiceLives() throws IOException {
        String asked = "https://localhost:" + port(certified(authority, "asked", "localhost"));
        HttpClient nobody = stranger(null);

        assertThat(ask(nobody, asked + "/livez").statusCode()).isEqualTo(200);
        assertThat(ask(nobody, asked + "/readyz").statusCode()).isEqualTo(200);
        for (String path : new String[] {
            "/api/bonjour", "/actuator/prometheus", "/actuator/health", "/nowhere", "/readyz/", "/readyz;/api/bonjour"
        }) {
            HttpResponse<String> answer = ask(nobody, asked + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).isEmpty();
        }
    }

    @Test
    void aCallerCertifiedBySomebodyElseIsNotEvenHeard() {
        String asked = "https://localhost:" + port(certified(authority, "asked", "localhost"));
        HttpClient impostor = stranger(another.certify("caller", "localhost"));

        assertThatThrownBy(() -> ask(impostor, asked + "/readyz")).isInstanceOf(IOException.class);
    }

    @Test
    void aServerOfAnotherAuthorityOrAnotherNameIsNotAsked() {
        ConfigurableApplicationContext caller = certified(authority, "caller", "elsewhere");
        String impostor = port(certified(another, "impostor", "localhost"));
        String neighbour = port(certified(authority, "neighbour", "other-service"));

        assertThatThrownBy(() -> askAs(caller, "https://localhost:" + impostor + "/readyz"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("unable to find valid certification path");
        assertThatThrownBy(() -> askAs(caller, "https://localhost:" + neighbour + "/readyz"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("No subject alternative DNS name matching localhost");
    }

    @Test
    void nobodyIsAnsweredInClear() throws IOException {
        String asked = port(certified(authority, "asked", "localhost"));

        HttpResponse<String> answer = ask(HttpClient.newHttpClient(), "http://localhost:" + asked + "/api/bonjour");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("bonjour");
    }

    @Test
    void renewedCertificatesAreTakenOnBothSidesWithoutARestart() throws IOException {
        Path askedFolder = kubernetes("asked", authority, "localhost");
        Path callerFolder = kubernetes("caller", authority, "elsewhere");
        ConfigurableApplicationContext asked = service(files(askedFolder).settings());
        ConfigurableApplicationContext caller = service(files(callerFolder).settings());
        String address = "https://localhost:" + port(asked) + "/api/bonjour";
        HttpClient kept = caller.getBean(InsideLines.class).http().build();
        assertThat(ask(kept, address).statusCode()).isEqualTo(200);

        swap(askedFolder, another, "localhost");
        await().atMost(Duration.ofSeconds(60)).until(() -> shownBy(address) == 1);
        assertThatThrownBy(() -> askAs(caller, address)).isInstanceOf(SSLException.class);
        swap(callerFolder, another, "elsewhere");
        await().atMost(Duration.ofSeconds(60)).until(() -> isServed(caller, address));

        assertThat(askAs(caller, address).statusCode()).isEqualTo(200);
    }

    private static boolean isServed(ConfigurableApplicationContext caller, String address) {
        try {
            return askAs(caller, address).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Which of the two authorities certified what the server shows now. */
    private int shownBy(String address) throws IOException {
        HttpClient either =
                HttpClient.newBuilder().sslContext(another.context(null)).build();
        try {
            X509Certificate shown = (X509Certificate)
                    ask(either, address).sslSession().orElseThrow().getPeerCertificates()[0];
            return shown.getIssuerX500Principal().equals(another.certificate().getSubjectX500Principal()) ? 1 : 0;
        } catch (SSLException stillTheFirst) {
            return 0;
        }
    }

    /** A mounted secret as a cluster lays it out: links to a folder that is replaced as a whole. */
    private Path kubernetes(String name, Authority by, String host) throws IOException {
        Path folder = Files.createDirectories(mounted.resolve(name));
        by.write(folder.resolve("..first"), by.certify(name, host));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..first"));
        for (String file : new String[] {"tls.crt", "tls.key", "ca.crt"}) {
            Files.createSymbolicLink(folder.resolve(file), Path.of("..data", file));
        }
        return folder;
    }

    private static CertificateFiles files(Path folder) {
        return new CertificateFiles(folder.resolve("tls.crt"), folder.resolve("tls.key"), folder.resolve("ca.crt"));
    }

    private static void swap(Path folder, Authority by, String host) throws IOException {
        by.write(folder.resolve("..second"), by.certify("renewed", host));
        Files.createSymbolicLink(folder.resolve("..new"), Path.of("..second"));
        Files.move(folder.resolve("..new"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void withoutCertificatesEverythingIsAsItWas() throws IOException {
        ConfigurableApplicationContext asked = service();

        HttpResponse<String> answer =
                ask(HttpClient.newHttpClient(), "http://localhost:" + port(asked) + "/api/bonjour");

        assertThat(answer.body()).isEqualTo("bonjour");
        assertThat(asked.getBean(InsideLines.class).areEncrypted()).isFalse();
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Greeting {

        @RestController
        static class GreetingApi {

            @GetMapping("/api/bonjour")
            String greet() {
                return "bonjour";
            }
        }
    }
}
