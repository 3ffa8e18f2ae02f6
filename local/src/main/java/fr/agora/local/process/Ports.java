package fr.agora.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at the ports of the loopback address. */
public final class Ports {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int LOWEST = 20_000;
    private static final int BELOW = 32_768; // where Linux begins to hand out; others begin higher
    private static final int ATTEMPTS = 200;

    private Ports() {}

    /**
     * A port nobody listens on at this moment. It lies below the ports systems hand out by themselves, so that it is
     * still free when its taker closes and opens it again: no outgoing connection is given it meanwhile.
     */
    public static int free() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BELOW);
            if (isFree(port) && !answers(port)) {
                return port;
            }
        }
        throw new IOException("No free port between " + LOWEST + " and " + BELOW);
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody accepts connections there. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
