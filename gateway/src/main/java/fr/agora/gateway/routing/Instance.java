package fr.agora.gateway.routing;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.HttpHost;

/** One process of a neighbour, and until when it is asked only if nobody else is there. */
final class Instance {

    private static final long WELL = Long.MIN_VALUE;

    private final HttpHost target;
    private final String basePath;
    private final ReturningHeaders returning;
    private final AtomicLong avoidedUntil = new AtomicLong(WELL);

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
        avoidedUntil.set(nanos);
    }

    void isWell() {
        if (avoidedUntil.get() != WELL) {
            avoidedUntil.set(WELL);
        }
    }

    /** Nanoseconds it is still to be avoided for; none when it is well. */
    long avoidedFor(long now) {
        long until = avoidedUntil.get();
        return until == WELL ? 0 : Math.max(0, until - now);
    }

    /** Whether the time has come to look for it; true once, for it is then avoided until the given moment. */
    boolean isLookedFor(long now, long avoided) {
        long until = avoidedUntil.get();
        return until != WELL && until - now <= 0 && avoidedUntil.compareAndSet(until, avoided);
    }

    /** Unless something else was learnt of it since it was looked for. */
    void isBack(long avoided) {
        avoidedUntil.compareAndSet(avoided, WELL);
    }
}
