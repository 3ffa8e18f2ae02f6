package fr.agora.search.rebuild;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.MalformedFact;
import fr.agora.platform.messaging.Replays;
import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.feed.FactReader;
import fr.agora.search.index.CatalogueIndex;
import fr.agora.search.index.IndexSettings;
import fr.agora.search.index.Indices;
import fr.agora.search.meaning.Meanings;
import fr.agora.search.reader.Readers;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fills a new index with everything the owners have, then lets it take the place of the old. */
@Component
class Refilling {

    private static final Logger LOG = LoggerFactory.getLogger(Refilling.class);

    private final Indices indices;
    private final CatalogueIndex index;
    private final Owners owners;
    private final Readers readers;
    private final Meanings meanings;
    private final IndexSettings settings;

    Refilling(
            Indices indices,
            CatalogueIndex index,
            Owners owners,
            Readers readers,
            Meanings meanings,
            IndexSettings settings) {
        this.meanings = meanings;
        this.readers = readers;
        this.indices = indices;
        this.index = index;
        this.owners = owners;
        this.settings = settings;
    }

    /** An empty index, fed by the live facts; those a killed rebuild left behind are dropped. */
    String begin() {
        indices.prepare();
        abandon();
        return indices.begin();
    }

    void abandon() {
        indices.unfinished().forEach(indices::drop);
    }

    /** From then on every instance writes the live facts there too, and whatever came before is in the replay. */
    void awaitFeeding() throws InterruptedException {
        Thread.sleep(settings.targets().multipliedBy(2));
    }

    /**
     * Puts all of one kind in.
     *
     * @throws RuntimeException when anything is missing in the end; the old index is still searched then
     */
    Replays.Outcome fill(String name, Kind kind) {
        var told = new ThingsTold();
        var outcome = owners.replay(kind, facts -> {
            take(name, kind, facts);
            told.hear(facts);
        });
        if (kind == Kind.MEMBER) {
            owners.mandates(readers::hear);
        }
        indices.refresh(name);
        var held = indices.count(name, kind);
        if (held < told.count()) {
            throw new IllegalStateException("%d were told, %d are in the index".formatted(told.count(), held));
        }
        return outcome;
    }

    /** Lets it take the place of the old. */
    void finish(String name) {
        var replaced = indices.swap(name);
        LOG.info("A new index is searched index={} replaced={}", name, replaced);
    }

    private void take(String name, Kind kind, List<Fact> facts) {
        readers.hear(facts);
        var changes = new ArrayList<Change>(facts.size());
        var unfit = new ArrayList<String>();
        for (var fact : facts) {
            try {
                FactReader.read(fact).stream()
                        .filter(change -> change.kind() == kind)
                        .forEach(changes::add);
            } catch (MalformedFact e) {
                unfit.add(String.valueOf(e.getMessage()));
            }
        }
        index.fill(name, changes).forEach(refused -> unfit.add(refused.toString()));
        meanings.hear(changes);
        if (!unfit.isEmpty()) {
            throw new MalformedFact(unfit.toString());
        }
    }
}
