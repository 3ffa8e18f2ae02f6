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

    @Test
    void aRequestWithTwoLengthsReachesNobodyAsAWhole() throws IOException {
        platform.everythingAnswers("bonjour");
        String lengths = "Content-Length: 2\r\nContent-Length: 30\r\n";
        String both = "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n";

        assertThat(raw("POST /offres HTTP/1.1\r\nHost: localhost\r\n" + lengths + "\r\n{}"))
                .startsWith("HTTP/1.1 400");
        assertThat(platform.services().getAllServeEvents()).isEmpty();
        assertThat(raw("POST /offres HTTP/1.1\r\nHost: localhost\r\n" + both + "\r\nzz\r\n{}"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aTraceIsRefusedAndEchoesNothing() throws IOException {
        assertThat(raw("TRACE /offres HTTP/1.1\r\nHost: localhost\r\nCookie: secret=1\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .doesNotContain("secret=1");
    }

    private static String half(String path) throws IOException {
        return raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{\"title\":");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", platform.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
