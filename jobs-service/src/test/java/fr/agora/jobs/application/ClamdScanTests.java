package fr.agora.jobs.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The protocol of the ClamAV daemon, against one that says what a test wants. */
class ClamdScanTests {

    private static final byte[] FILE = "%PDF-1.7 un fichier".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

    @Test
    void aFileIsShownWholeAndFoundHarmless() throws Exception {
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> shown = answers(daemon, "stream: OK\0");

            assertThat(scan(daemon).isClean(FILE)).isTrue();
            assertThat(shown.get()).isEqualTo(FILE);
        }
    }

    @Test
    void aHarmfulFileIsFound() throws Exception {
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answers(daemon, "stream: Eicar-Test-Signature FOUND\0");

            assertThat(scan(daemon).isClean(FILE)).isFalse();
        }
    }

    @Test
    void anUnclearAnswerOrNoneIsNoLeave() throws Exception {
        try (ServerSocket daemon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            answers(daemon, "INSTREAM size limit exceeded. ERROR\0");
            assertThatThrownBy(() -> scan(daemon).isClean(FILE)).isInstanceOf(IOException.class);
        }
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        assertThatThrownBy(() -> scan(closed).isClean(FILE)).isInstanceOf(IOException.class);
    }

    private static ClamdScan scan(ServerSocket daemon) {
        return new ClamdScan("127.0.0.1:" + daemon.getLocalPort(), Duration.ofSeconds(5));
    }

    private static CompletableFuture<byte[]> answers(ServerSocket daemon, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket caller = daemon.accept()) {
                DataInputStream in = new DataInputStream(caller.getInputStream());
                assertThat(in.readNBytes("zINSTREAM\0".length())).asString().isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream shown = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    shown.write(in.readNBytes(length));
                }
                caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return shown.toByteArray();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }
}
