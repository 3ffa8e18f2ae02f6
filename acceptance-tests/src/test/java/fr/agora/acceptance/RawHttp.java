package fr.agora.acceptance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says bytes to a server that no polite HTTP client would say, and reads what comes back. */
final class RawHttp {

    private static final int KEPT = 65_536;
    private static final int LONGEST_LINE = 65_536;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status zero where the server closed without a word
     * @param headers by lower-case name, the last of each
     * @param body its first bytes
     */
    record Answer(int status, Map<String, String> headers, String body, Duration took) {

        String type() {
            return headers.getOrDefault("content-type", "");
        }
    }

    /** One exchange on a connection of its own; nothing is waited for longer than {@code patience}. */
    static Answer exchange(int port, byte[] request, boolean endHere, Duration patience) throws IOException {
        long begun = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
            say(socket, request, endHere);
            return read(socket, begun);
        }
    }

    // a server may refuse, and close, before it has read everything: its answer still counts
    private static void say(Socket socket, byte[] request, boolean endHere) throws IOException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            if (endHere) {
                socket.shutdownOutput();
            }
        } catch (IOException refusedEarly) {
            if (socket.isInputShutdown()) {
                throw refusedEarly;
            }
        }
    }

    private static Answer read(Socket socket, long begun) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        int status = 0;
        Map<String, String> headers = new TreeMap<>();
        String body = "";
        try {
            do {
                String line = line(in);
                if (line == null) {
                    break;
                }
                status = Integer.parseInt(line.split(" ", 3)[1]);
                headers.clear();
                for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                    int colon = header.indexOf(':');
                    headers.put(
                            header.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            header.substring(colon + 1).strip());
                }
            } while (status / 100 == 1);
            body = new String(in.readNBytes(KEPT), StandardCharsets.UTF_8);
            in.skip(Long.MAX_VALUE);
        } catch (java.net.SocketException resetAfterAnswer) {
            if (status == 0) {
                return new Answer(0, headers, "", since(begun));
            }
        }
        return new Answer(status, headers, unchunked(headers, body), since(begun));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (next != '\r' && line.size() < LONGEST_LINE) {
                line.write(next);
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    // good enough for the small answers that are read closely: sizes stand on lines of their own
    private static String unchunked(Map<String, String> headers, String body) {
        return headers.getOrDefault("transfer-encoding", "").equals("chunked")
                ? body.replaceAll("(?m)(?:\\A|\\r\\n)[0-9a-fA-F]+\\r\\n", "").replaceAll("\\r\\n\\z", "")
                : body;
    }
}
