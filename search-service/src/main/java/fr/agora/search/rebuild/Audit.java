package fr.agora.search.rebuild;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.MalformedFact;
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
        for (var kind : Kind.values()) {
            try {
                audit(kind);
            } catch (RuntimeException e) {
                LOG.warn("A kind is not audited this night kind={} cause=\"{}\"", kind.code(), e.toString());
            }
        }
    }

    /** @return how many entries differed: mended at once, or by a rebuild when the index holds what nobody has */
    long audit(Kind kind) {
        var drifted = new AtomicLong();
        var outcome = owners.replay(kind, facts -> drifted.addAndGet(mend(kind, facts)));
        var name = indices.searched(kind).getFirst();
        indices.refresh(name);
        var ghosts = indices.count(name) - outcome.received();
        drift(kind).increment(drifted.get() + Math.max(0, ghosts));
        if (drifted.get() > 0) {
            LOG.warn("Entries differed from their owner's and are mended kind={} entries={}", kind.code(), drifted);
        }
        if (ghosts > 0) {
            LOG.warn("The index holds entries nobody has, it is rebuilt kind={} entries={}", kind.code(), ghosts);
            rebuilds.begin(kind.code(), List.of(kind));
        }
        return drifted.get() + Math.max(0, ghosts);
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
}
