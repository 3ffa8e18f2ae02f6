package fr.agora.search.feed;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactHandler;
import fr.agora.platform.messaging.MalformedFact;
import fr.agora.search.catalogue.Change;
import fr.agora.search.index.CatalogueIndex;
import fr.agora.search.index.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes batches of facts into the index: one write a batch, whatever it holds. */
final class Feed implements FactHandler {

    private final CatalogueIndex index;

    Feed(CatalogueIndex index) {
        this.index = index;
    }

    /** @throws MalformedFact when some fact is unfit; the others are in the index by then */
    @Override
    public void handle(List<Fact> facts) {
        var changes = new ArrayList<Change>(facts.size());
        @Nullable MalformedFact unfit = null;
        for (var fact : facts) {
            try {
                FactReader.read(fact).ifPresent(changes::add);
            } catch (MalformedFact e) {
                unfit = e;
            }
        }
        var refused = index.take(changes);
        if (!refused.isEmpty()) {
            throw new MalformedFact(
                    refused.stream().map(Refused::toString).toList().toString());
        }
        if (unfit != null) {
            throw unfit;
        }
    }
}
