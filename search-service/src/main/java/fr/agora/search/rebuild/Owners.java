package fr.agora.search.rebuild;

import fr.agora.platform.messaging.FactHandler;
import fr.agora.platform.messaging.Replays;
import fr.agora.search.catalogue.Kind;

/** Who tells everything again when asked; the broker in production, a list in tests. */
@FunctionalInterface
interface Owners {

    Replays.Outcome replay(Kind kind, FactHandler handler);
}
