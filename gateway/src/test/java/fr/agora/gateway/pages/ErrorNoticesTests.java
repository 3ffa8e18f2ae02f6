package fr.agora.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.gateway.Platform;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Shorter than the chunks, and longer: by neither does what follows become a request of its own. */
    @ParameterizedTest
    @ValueSource(ints = {3, 120})
    void ofBothLengthsTheChunksAloneCountAndTheConnectionEnds(int length) throws IOException {
        platform.everythingAnswers("bonjour");
        String both = "Content-Length: " + length + "\r\nTransfer-Encoding: chunked\r\n";
        String hidden = "GET /annuaire/cachee HTTP/1.1\r\nHost: localhost\r\n\r\n";

        String answered =
                raw("POST /offres HTTP/1.1\r\nHost: localhost\r\n" + both + "\r\n5\r\nhello\r\n0\r\n\r\n" + hidden);

        assertThat(answered.split("HTTP/1\\.1 ", -1))
                .as("one answer: " + answered)
                .hasSize(2);
        assertThat(answered).containsIgnoringCase("Connection: close");
        assertThat(platform.services().getAllServeEvents()).hasSize(1);
        assertThat(platform.received().getUrl()).isEqualTo("/offres");
        assertThat(platform.received().getBodyAsString()).isEqualTo("hello");
        assertThat(platform.received().containsHeader("Content-Length")).isFalse();
    }

    @Test
    void noFolderOfAssetsIsListed() {
        Matcher link = Pattern.compile("href=\"(/assets/[^\"]*/)dsfr.css\"")
                .matcher(platform.get("/nulle-part").body());
        assertThat(link.find()).isTrue();
        String folder = link.group(1);
        assertThat(platform.get(folder + "agora.js").status()).isEqualTo(200);

        for (String asked :
                List.of("/assets", "/assets/", folder, folder + "fonts/", "/static/", "/css/", "/webjars/")) {
            assertThat(platform.get(asked).status()).as(asked).isEqualTo(404);
        }
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
