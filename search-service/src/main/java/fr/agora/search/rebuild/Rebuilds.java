package fr.agora.search.rebuild;

import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins rebuilds, and begins again those whose instance was killed. */
@Component
class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final MongoOperations store;
    private final Claims claims;
    private final Refilling refilling;
    private final RebuildSettings settings;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    Rebuilds(MongoOperations store, Claims claims, Refilling refilling, RebuildSettings settings, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.refilling = refilling;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws ProblemException when one is at work already */
    Rebuild begin() {
        var id = "rb-" + UUID.randomUUID();
        if (!claims.take(id)) {
            throw new ProblemException(RebuildProblem.REBUILD_RUNNING);
        }
        var rebuild = store.insert(Rebuild.of(id, clock.instant()));
        LOG.info("A rebuild begins id={}", id);
        start(rebuild);
        return rebuild;
    }

    Optional<Rebuild> find(String id) {
        return Optional.ofNullable(store.findById(id, Rebuild.class));
    }

    @Scheduled(fixedDelayString = "${agora.rebuild.signs:3s}")
    void watch() {
        running.forEach(claims::renew);
        beginAgainWhatWasKilled();
    }

    /** A kill leaves a silent claim and a half-filled index: the index is dropped, the rebuild begun again. */
    private void beginAgainWhatWasKilled() {
        claims.silentSince(clock.instant().minus(settings.silence()))
                .filter(claims::inherit)
                .map(Claims.Claim::rebuild)
                .ifPresent(id -> find(id).ifPresentOrElse(
                                rebuild -> {
                                    LOG.warn("A rebuild was killed, it begins again id={}", id);
                                    start(rebuild);
                                },
                                () -> claims.release(id)));
    }

    private void start(Rebuild rebuild) {
        running.add(rebuild.id());
        threads.execute(() -> {
            try {
                run(rebuild);
            } finally {
                running.remove(rebuild.id());
            }
        });
    }

    private void run(Rebuild rebuild) {
        try {
            var name = refilling.begin();
            rebuild.fill(name);
            store.save(rebuild);
            refilling.awaitFeeding();
            for (var kind : Kind.values()) {
                var outcome = refilling.fill(name, kind);
                rebuild.tell(Rebuild.Part.completed(kind, outcome.received(), outcome.parked()));
                store.save(rebuild);
            }
            refilling.finish(name);
            rebuild.complete(clock.instant());
        } catch (InterruptedException | RuntimeException e) {
            if (stopping) {
                // the claim stays: whoever starts next begins again
                return;
            }
            LOG.error("A rebuild failed, the index searched so far stays id={}", rebuild.id(), e);
            cleanUp();
            rebuild.fail(String.valueOf(e.getMessage()), clock.instant());
        }
        store.save(rebuild);
        claims.release(rebuild.id());
    }

    private void cleanUp() {
        try {
            refilling.abandon();
        } catch (RuntimeException e) {
            LOG.warn("A half-filled index stays until the next rebuild cause=\"{}\"", e.toString());
        }
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }
}
