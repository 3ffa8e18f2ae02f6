package fr.agora.search.rebuild;

import fr.agora.platform.messaging.FactHandler;
import fr.agora.platform.messaging.Replays;
import fr.agora.search.catalogue.Kind;

/** Who tells everything again when asked; the broker in production, a list in tests. */
interface Owners {

    Replays.Outcome replay(Kind kind, FactHandler handler);

    /** Who holds which mandate: nothing of it is an entry, but it opens entries to readers. */
    Replays.Outcome mandates(FactHandler handler);
}
