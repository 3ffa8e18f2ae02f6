package fr.agora.search.rebuild;

import fr.agora.platform.messaging.FactHandler;
import fr.agora.platform.messaging.Replays;
import fr.agora.search.catalogue.Kind;

/** The owners behind the broker. */
record ReplayingOwners(Replays replays) implements Owners {

    @Override
    public Replays.Outcome replay(Kind kind, FactHandler handler) {
        return replays.request(kind.owner(), kind.code(), handler);
    }

    @Override
    public Replays.Outcome mandates(FactHandler handler) {
        return replays.request(Kind.MEMBER.owner(), "mandate", handler);
    }
}
