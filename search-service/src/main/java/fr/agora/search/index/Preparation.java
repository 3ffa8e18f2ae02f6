package fr.agora.search.index;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Prepares the indices in the background at start, for as long as it takes: the service itself never waits for them. */
@Component
final class Preparation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Indices indices;
    private final IndexSettings settings;
    private volatile boolean ready;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Preparation(Indices indices, IndexSettings settings, MeterRegistry metrics) {
        this.indices = indices;
        this.settings = settings;
        metrics.gauge("agora.index.ready", this, preparation -> preparation.ready ? 1 : 0);
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread.ofVirtual().name("index-preparation").start(this::prepareOnceThere);
    }

    private void prepareOnceThere() {
        var told = false;
        try {
            while (!ready && stopped.getCount() > 0) {
                try {
                    indices.prepare();
                    ready = true;
                } catch (RuntimeException e) {
                    told = tell(NestedExceptionUtils.getMostSpecificCause(e), told);
                    if (stopped.await(settings.retry().toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tell(Throwable cause, boolean told) {
        if (!told) {
            LOG.warn(
                    "The index is not ready, it is tried again every {} cause=\"{}\"",
                    settings.retry(),
                    cause.toString());
        }
        return true;
    }

    /** Asked when an index that was there is gone. */
    synchronized void again() {
        LOG.error("An index is gone: an empty one takes its place, fill it by a rebuild");
        indices.prepare();
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    boolean isReady() {
        return ready;
    }
}
