package fr.agora.jobs.application;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a ClamAV daemon over its own protocol ({@code INSTREAM}); nothing is written anywhere. */
final class ClamdScan implements CvScan {

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    private final String host;
    private final int port;
    private final int timeout;

    /** @param address {@code host:port} */
    ClamdScan(String address, Duration timeout) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("A scanner is host:port, not " + address);
        }
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        this.timeout = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public boolean isClean(byte[] file) throws IOException {
        try (Socket daemon = new Socket()) {
            daemon.connect(new InetSocketAddress(host, port), timeout);
            daemon.setSoTimeout(timeout);
            DataOutputStream out = new DataOutputStream(daemon.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < file.length; at += CHUNK) {
                int length = Math.min(CHUNK, file.length - at);
                out.writeInt(length);
                out.write(file, at, length);
            }
            out.writeInt(0);
            out.flush();
            String answer =
                    new String(daemon.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).strip();
            String said = answer.replace("\0", "");
            if (said.endsWith(" OK")) {
                return true;
            }
            if (said.endsWith(" FOUND")) {
                return false;
            }
            throw new IOException("The scanner answered neither OK nor FOUND");
        }
    }
}
