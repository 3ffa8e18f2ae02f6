package fr.agora.search.rebuild;

import fr.agora.platform.messaging.Fact;
import java.util.List;

/** Counts what an owner tells of in a replay: several facts in a row about one thing are one, as of an erased person. */
final class ThingsTold {

    private String last = "";
    private long count;

    void hear(List<Fact> facts) {
        for (var fact : facts) {
            if (!fact.subject().equals(last)) {
                last = fact.subject();
                count++;
            }
        }
    }

    long count() {
        return count;
    }
}
