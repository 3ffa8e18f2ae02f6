package fr.agora.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests no client library would send, over a real connection: each is refused in our words. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.import=classpath:platform-defaults.yaml", "server.address=127.0.0.1"})
class UnreadableRequestTests {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%ff%fe", "%ED%A0%80", "%u0041", "a&&&=&=b"})
    void aParameterThatCannotBeDecodedIsAWrongRequest(String value) throws IOException {
        assertThat(problem(asked("GET /api/echo?said=" + value, ""))).isEqualTo("400 invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/{a}", "/api/echo?said=a|b", "/api/%2F", "/api/%00", "/api/%c0%af", "/api/%zz"})
    void anAddressTheServerRefusesIsAProblemToo(String target) throws IOException {
        assertThat(problem(asked("GET " + target, ""))).isEqualTo("400 invalid-request");
    }

    @Test
    void aPersonWhoseAddressIsRefusedReadsAPageInBothLanguages() throws IOException {
        String answer = asked("GET /pages/%2F", "");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("text/html", "La requête n’a pas pu être comprise.", "could not be understood")
                .doesNotContain("Tomcat", "Exception");
    }

    @Test
    void anExpectationNobodyCanMeetIsAProblem() throws IOException {
        assertThat(problem(asked("GET /api/echo?said=a", "Expect: 200-maybe\r\n")))
                .isEqualTo("417 invalid-request");
    }

    @Test
    void manyLanguagesAreNoHarm() throws IOException {
        String answer = asked("GET /api/echo?said=bonjour", "Accept-Language: " + "xx-yy,".repeat(900) + "fr\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("bonjour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*"})
    void aBodyOfAnyTypeIsOfNoType(String type) throws IOException {
        String answer = asked("POST /api/echo", "Content-Type: " + type + "\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(problem(answer)).isEqualTo("415 unsupported-media-type");
    }

    @Test
    void partsWithoutABoundaryAreAWrongRequest() throws IOException {
        String answer = asked("POST /api/echo", "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\na=b");

        assertThat(problem(answer)).isEqualTo("400 invalid-request");
    }

    private String asked(String line, String more) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(10_000);
            String end = more.contains("\r\n\r\n") ? "" : "\r\n";
            String request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more + end;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String problem(String answer) {
        assertThat(answer).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(problem.path("texts").path("fr").asString()).isNotBlank();
        assertThat(problem.path("texts").path("en").asString()).isNotBlank();
        assertThat(answer).startsWith("HTTP/1.1 " + problem.path("status").asInt());
        return problem.path("status").asInt() + " "
                + problem.path("type").asString().replace("urn:agora:problem:", "");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Echo {

        @RestController
        static class EchoApi {

            @GetMapping("/api/echo")
            String said(@RequestParam String said) {
                return said;
            }

            @PostMapping("/api/echo")
            JsonNode body(@RequestBody JsonNode body) {
                return body;
            }
        }
    }
}
