package fr.agora.search.rebuild;

import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
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

    /** @throws ProblemException when one of the kinds is already being rebuilt */
    Rebuild begin(String asked, List<Kind> kinds) {
        var id = "rb-" + UUID.randomUUID();
        var taken = new ArrayList<Kind>();
        for (var kind : kinds) {
            if (!claims.take(kind, id)) {
                taken.forEach(other -> claims.release(other, id));
                throw new ProblemException(RebuildProblem.REBUILD_RUNNING, kind.code());
            }
            taken.add(kind);
        }
        var rebuild = store.insert(Rebuild.of(id, asked, kinds, clock.instant()));
        LOG.info("A rebuild begins id={} kinds={}", id, asked);
        start(rebuild, kinds);
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

    /** A kill leaves silent claims and a half-filled index: the index is dropped, those kinds begun again. */
    private void beginAgainWhatWasKilled() {
        claims.silentSince(clock.instant().minus(settings.silence())).stream()
                .filter(claims::inherit)
                .collect(Collectors.groupingBy(Claims.Claim::rebuild))
                .forEach((id, silent) -> {
                    var kinds = silent.stream().map(Claims.Claim::kindOf).toList();
                    find(id).ifPresentOrElse(
                                    rebuild -> {
                                        LOG.warn("A rebuild was killed, it begins again id={} kinds={}", id, kinds);
                                        start(rebuild, kinds);
                                    },
                                    () -> kinds.forEach(kind -> claims.release(kind, id)));
                });
    }

    private void start(Rebuild rebuild, List<Kind> kinds) {
        running.add(rebuild.id());
        threads.execute(() -> {
            try {
                kinds.forEach(kind -> run(rebuild, kind));
            } finally {
                running.remove(rebuild.id());
            }
        });
    }

    private void run(Rebuild rebuild, Kind kind) {
        var part = Rebuild.Part.waiting(kind);
        try {
            part = part.into(refilling.begin(kind));
            tell(rebuild, part);
            var outcome = refilling.fill(kind, String.valueOf(part.index()));
            tell(rebuild, part.completed(outcome.received(), outcome.parked()));
        } catch (InterruptedException | RuntimeException e) {
            if (stopping) {
                // the claim stays: whoever starts next begins this kind again
                return;
            }
            LOG.error("A rebuild failed, the index searched so far stays id={} kind={}", rebuild.id(), kind.code(), e);
            cleanUp(kind);
            tell(rebuild, part.failed(String.valueOf(e.getMessage())));
        }
        claims.release(kind, rebuild.id());
    }

    private void cleanUp(Kind kind) {
        try {
            refilling.abandon(kind);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A half-filled index stays until the next rebuild kind={} cause=\"{}\"", kind.code(), e.toString());
        }
    }

    private void tell(Rebuild rebuild, Rebuild.Part part) {
        rebuild.tell(part);
        if (rebuild.parts().stream().noneMatch(each -> each.status() == Rebuild.Status.RUNNING)) {
            rebuild.end(clock.instant());
        }
        store.save(rebuild);
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }
}
