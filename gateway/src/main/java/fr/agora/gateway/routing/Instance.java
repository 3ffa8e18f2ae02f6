package fr.agora.gateway.routing;

import java.net.URI;
import org.apache.hc.core5.http.HttpHost;

/** One process of a neighbour, and until when it is asked only if nobody else is there. */
final class Instance {

    private static final long WELL = Long.MIN_VALUE;

    private final HttpHost target;
    private final String basePath;
    private final ReturningHeaders returning;
    private volatile long avoidedUntil = WELL;

    Instance(Neighbour neighbour, URI address) {
        this.target = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
        this.basePath = address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
        this.returning = new ReturningHeaders(neighbour, target.toURI());
    }

    HttpHost target() {
        return target;
    }

    String path(String requested) {
        return basePath + requested;
    }

    ReturningHeaders returning() {
        return returning;
    }

    void avoidUntil(long nanos) {
        avoidedUntil = nanos;
    }

    void isWell() {
        if (avoidedUntil != WELL) {
            avoidedUntil = WELL;
        }
    }

    /** Nanoseconds it is still to be avoided for; none when it is well. */
    long avoidedFor(long now) {
        long until = avoidedUntil;
        return until == WELL ? 0 : Math.max(0, until - now);
    }
}
