package fr.agora.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Platform;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrorNoticesTests {

    private static Platform platform;

    @BeforeAll
    static void open() {
        platform = Platform.with();
        platform.everythingAnswers("bonjour");
    }

    @AfterAll
    static void close() {
        platform.close();
    }

    @Test
    void halfABodyIsAProblemForAProgram() throws IOException {
        assertThat(half("/api/jobs/offers"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "urn:agora:problem:malformed-request", "/api/jobs/offers");
    }

    @Test
    void halfABodyIsAPageForAPerson() throws IOException {
        assertThat(half("/offres")).startsWith("HTTP/1.1 400").contains("<h1", "lang=\"fr\"");
    }

    @Test
    void nobodyFindsAnythingAtTheAddressOfErrors() {
        assertThat(platform.get("/error", "Accept", "text/html").status()).isEqualTo(404);
    }

    private static String half(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", platform.port())) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{\"title\":")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
