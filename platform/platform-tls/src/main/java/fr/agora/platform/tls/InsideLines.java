package fr.agora.platform.tls;

import java.net.http.HttpClient;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How this process speaks to the platform's other parts. Where lines are encrypted every part is asked for a
 * certificate of the deployment's authorities that names its host, and is shown our own; no other authority counts.
 */
public final class InsideLines {

    private final @Nullable SSLContext context;
    private final @Nullable X509TrustManager trust;

    private InsideLines(@Nullable SSLContext context, @Nullable X509TrustManager trust) {
        this.context = context;
        this.trust = trust;
    }

    /** As without certificates. */
    public static InsideLines inClear() {
        return new InsideLines(null, null);
    }

    static InsideLines encrypted(LiveManagers managers) {
        return new InsideLines(managers.createSslContext("TLS"), managers.trust());
    }

    public boolean areEncrypted() {
        return context != null;
    }

    /** A client of the JDK, for inside addresses alone: it would refuse every certificate of the public web. */
    public HttpClient.Builder http() {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return context == null ? client : client.sslContext(context);
    }

    /** For other clients, only where lines are encrypted; it takes renewed certificates by itself. */
    public SSLContext context() {
        return Objects.requireNonNull(context, "lines are in clear");
    }

    /** Whom they trust, only where lines are encrypted. */
    public X509TrustManager trust() {
        return Objects.requireNonNull(trust, "lines are in clear");
    }
}
