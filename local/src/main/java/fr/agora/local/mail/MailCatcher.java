package fr.agora.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on the loopback address that delivers nothing, and the page that shows what it caught. */
public final class MailCatcher implements AutoCloseable {

    private static final int LARGEST = 1_000_000;

    private final CaughtMails mails = new CaughtMails(Clock.systemUTC());
    private final SMTPServer smtp;
    private final MailPages pages;

    private MailCatcher(int smtpPort, int pagePort) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        smtp = SMTPServer.port(smtpPort)
                .bindAddress(loopback)
                .hostName("localhost")
                .softwareName("Agora")
                .maxMessageSize(LARGEST)
                .maxConnections(20)
                .messageHandler((context, from, to, data) -> mails.add(from, to, data))
                .build();
        pages = new MailPages(mails, pagePort);
        smtp.start();
    }

    /** @throws UncheckedIOException when a port is taken */
    public static MailCatcher on(int smtpPort, int pagePort) {
        try {
            return new MailCatcher(smtpPort, pagePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On ports nobody uses: for tests. */
    public static MailCatcher anywhere() {
        return on(free(), 0);
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int smtpPort() {
        return smtp.getPort();
    }

    public int pagePort() {
        return pages.port();
    }

    /** The last ones, the newest first. */
    public List<CaughtMail> mails() {
        return mails.all();
    }

    @Override
    public void close() {
        smtp.stop();
        pages.close();
    }
}
