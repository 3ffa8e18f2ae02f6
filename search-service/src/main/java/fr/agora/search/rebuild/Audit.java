package fr.agora.search.rebuild;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.MalformedFact;
import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.feed.FactReader;
import fr.agora.search.index.CatalogueIndex;
import fr.agora.search.index.Indices;
import fr.agora.search.meaning.Meanings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares the index with what the owners have, and mends the difference. */
@Component
class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final Owners owners;
    private final Indices indices;
    private final CatalogueIndex index;
    private final Rebuilds rebuilds;
    private final Meanings meanings;
    private final MeterRegistry metrics;

    Audit(
            Owners owners,
            Indices indices,
            CatalogueIndex index,
            Rebuilds rebuilds,
            Meanings meanings,
            MeterRegistry metrics) {
        this.meanings = meanings;
        this.owners = owners;
        this.indices = indices;
        this.index = index;
        this.rebuilds = rebuilds;
        this.metrics = metrics;
        // there from the start: an alert sees the first drift as a change only then
        Arrays.stream(Kind.values()).forEach(this::drift);
    }

    private Counter drift(Kind kind) {
        return metrics.counter("agora.index.drift", "kind", kind.code());
    }

    /** Each night; two instances that do it at once only mend the same twice. */
    @Scheduled(cron = "${agora.rebuild.audit:0 17 3 * * *}")
    void auditAll() {
        audit(List.of(Kind.values()));
    }

    /** @return how many entries differed: mended at once, or by a rebuild when the index holds what nobody has */
    long audit(List<Kind> kinds) {
        long drifted = 0;
        long ghosts = 0;
        for (var kind : kinds) {
            try {
                var found = compare(kind);
                drifted += found.mended();
                ghosts += found.ghosts();
            } catch (RuntimeException e) {
                LOG.warn("A kind is not audited this night kind={} cause=\"{}\"", kind.code(), e.toString());
            }
        }
        if (ghosts > 0) {
            LOG.warn("The index holds entries nobody has, it is rebuilt entries={}", ghosts);
            rebuild();
        }
        return drifted + ghosts;
    }

    private void rebuild() {
        try {
            rebuilds.begin();
        } catch (ProblemException running) {
            LOG.info("A rebuild is at work already");
        }
    }

    private Drift compare(Kind kind) {
        var drifted = new AtomicLong();
        var told = new ThingsTold();
        owners.replay(kind, facts -> {
            drifted.addAndGet(mend(kind, facts));
            told.hear(facts);
        });
        var name = indices.searched().getFirst();
        indices.refresh(name);
        var found = new Drift(drifted.get(), Math.max(0, indices.count(name, kind) - told.count()));
        drift(kind).increment(found.mended() + found.ghosts());
        if (found.mended() > 0) {
            LOG.warn("Entries differed from their owner's and are mended kind={} entries={}", kind.code(), drifted);
        }
        return found;
    }

    private long mend(Kind kind, List<Fact> facts) {
        var changes = new ArrayList<Change>(facts.size());
        for (var fact : facts) {
            try {
                FactReader.read(fact).stream()
                        .filter(change -> change.kind() == kind)
                        .forEach(changes::add);
            } catch (MalformedFact parkedLongAgo) {
                LOG.debug("An unfit fact is passed over {}", fact);
            }
        }
        var older = index.olderThan(changes);
        index.take(older);
        meanings.hear(changes);
        return older.stream().map(Change::id).distinct().count();
    }

    /**
     * How far the index was from an owner.
     *
     * @param mended entries that were older or missing
     * @param ghosts entries the owner does not have
     */
    private record Drift(long mended, long ghosts) {}
}
