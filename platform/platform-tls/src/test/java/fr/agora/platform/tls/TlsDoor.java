package fr.agora.platform.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * An encrypted door before a server of the tests that speaks in clear: it demands a certificate of whoever enters, as
 * a store or a broker of a deployment does, and remembers whom it let in.
 */
public final class TlsDoor implements AutoCloseable {

    private final SSLServerSocket door;
    private final int behind;
    private final List<Principal> entered = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private TlsDoor(SSLServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    /** @param identity what it shows, and whose certificates it takes */
    public static TlsDoor before(int port, SSLContext identity) {
        try {
            SSLServerSocket door = (SSLServerSocket)
                    identity.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            door.setNeedClientAuth(true);
            TlsDoor made = new TlsDoor(door, port);
            Thread.ofVirtual().start(made::serve);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The names on the certificates of those who were let in, in turn. */
    public List<String> entered() {
        return entered.stream().map(Principal::getName).toList();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                SSLSocket outside = (SSLSocket) door.accept();
                open.add(outside);
                Thread.ofVirtual().start(() -> letIn(outside));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void letIn(SSLSocket outside) {
        try (outside;
                Socket inside = new Socket("127.0.0.1", behind)) {
            outside.startHandshake();
            entered.add(outside.getSession().getPeerPrincipal());
            open.add(inside);
            Thread answers = Thread.ofVirtual().start(() -> pass(inside, outside));
            pass(outside, inside);
            answers.join();
        } catch (IOException | InterruptedException refused) {
            // whoever knocked hears it by the closed line
        }
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException over) {
            // one side has left
        } finally {
            quietly(to);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is what was wanted
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(TlsDoor::quietly);
    }
}
