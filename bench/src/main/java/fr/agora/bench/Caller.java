package fr.agora.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks one question after another over one connection, and changes it where a visitor would. */
final class Caller implements AutoCloseable {

    /** Servers hang up on who says nothing for half a minute, and less. */
    private static final long SILENCE = Duration.ofSeconds(5).toNanos();

    private final Visitors visitors;
    private @Nullable Connection connection;
    private int port;
    private int asked;
    private long lastAsked;

    Caller(Visitors visitors) {
        this.visitors = visitors;
    }

    /** The status; the body is thrown away. */
    int ask(Request request) throws IOException {
        return ask(request, OutputStream.nullOutputStream());
    }

    /** @throws BenchFailure when the answer is not 2xx */
    String read(Request request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int status = ask(request, body);
        String text = body.toString(StandardCharsets.UTF_8);
        if (status / 100 != 2) {
            String line = new String(request.bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new BenchFailure(
                    line + " was answered " + status + ": " + text.substring(0, Math.min(text.length(), 300)));
        }
        return text;
    }

    private int ask(Request request, OutputStream body) throws IOException {
        Connection open = connection;
        long now = System.nanoTime();
        boolean isWorn = asked >= Visitors.QUESTIONS || now - lastAsked > SILENCE;
        lastAsked = now;
        if (open == null || port != request.port() || open.isClosing() || isWorn) {
            close();
            open = new Connection(request.port(), visitors.next());
            connection = open;
            port = request.port();
            asked = 0;
        }
        asked++;
        try {
            return open.exchange(request, body);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
