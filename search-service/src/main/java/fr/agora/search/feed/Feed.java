package fr.agora.search.feed;

import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactHandler;
import fr.agora.platform.messaging.MalformedFact;
import fr.agora.search.alert.Alerts;
import fr.agora.search.catalogue.Change;
import fr.agora.search.index.CatalogueIndex;
import fr.agora.search.index.Refused;
import fr.agora.search.meaning.Meanings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes batches of facts into the index: one write a batch, whatever it holds. */
final class Feed implements FactHandler {

    private final CatalogueIndex index;
    private final Alerts alerts;
    private final Meanings meanings;

    Feed(CatalogueIndex index, Alerts alerts, Meanings meanings) {
        this.index = index;
        this.alerts = alerts;
        this.meanings = meanings;
    }

    /** @throws MalformedFact when some fact is unfit; the others are in the index by then */
    @Override
    public void handle(List<Fact> facts) {
        var changes = new ArrayList<Change>(facts.size());
        @Nullable MalformedFact unfit = null;
        for (var fact : facts) {
            try {
                changes.addAll(FactReader.read(fact));
            } catch (MalformedFact e) {
                unfit = e;
            }
        }
        var refused = index.take(changes);
        // after they are findable: whoever is told looks at once
        alerts.hear(changes);
        meanings.hear(changes);
        if (!refused.isEmpty()) {
            throw new MalformedFact(
                    refused.stream().map(Refused::toString).toList().toString());
        }
        if (unfit != null) {
            throw unfit;
        }
    }
}
