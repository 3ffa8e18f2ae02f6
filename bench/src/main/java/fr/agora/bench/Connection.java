package fr.agora.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that sends and reads, and nothing else.
 *
 * <p>Not a library's client: on a machine that runs both ends, what the generator burns is missing on both sides of a
 * ratio and flatters the slower one.
 */
final class Connection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 15_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private boolean closing;

    /** @param from the loopback address to call from: each is another caller to whoever counts by address */
    Connection(int port, InetAddress from) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_MILLIS);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), CONNECT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends and reads the whole answer, whose body goes to {@code body}; the status. */
    int exchange(Request request, OutputStream body) throws IOException {
        out.write(request.bytes());
        String statusLine = line();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closing = value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        if (chunked) {
            chunks(body);
        } else {
            copy(length, body);
        }
        return status;
    }

    /** The other side has said that it hangs up after the last answer. */
    boolean isClosing() {
        return closing;
    }

    private void chunks(OutputStream body) throws IOException {
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            long length = Long.parseLong(
                    extension < 0 ? size : size.substring(0, extension).strip(), 16);
            copy(length, body);
            line();
            if (length == 0) {
                return;
            }
        }
    }

    private void copy(long length, OutputStream body) throws IOException {
        long left = length;
        while (left > 0) {
            fill();
            int piece = (int) Math.min(left, limit - position);
            body.write(buffer, position, piece);
            position += piece;
            left -= piece;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            fill();
            for (int i = position; i < limit; i++) {
                if (buffer[i] == '\n') {
                    line.append(new String(buffer, position, i - position, StandardCharsets.ISO_8859_1));
                    position = i + 1;
                    int last = line.length() - 1;
                    if (last >= 0 && line.charAt(last) == '\r') {
                        line.setLength(last);
                    }
                    return line.toString();
                }
            }
            line.append(new String(buffer, position, limit - position, StandardCharsets.ISO_8859_1));
            position = limit;
        }
    }

    private void fill() throws IOException {
        if (position < limit) {
            return;
        }
        position = 0;
        limit = in.read(buffer);
        if (limit < 0) {
            limit = 0;
            throw new EOFException("The connection was closed in the middle of an answer");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // closed is what was wanted
        }
    }
}
