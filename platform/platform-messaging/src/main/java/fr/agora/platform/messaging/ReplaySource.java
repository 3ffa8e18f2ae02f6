package fr.agora.platform.messaging;

import java.util.function.Consumer;

/** Declares, as a bean, what the owner tells again to whoever fills or rebuilds a copy. */
public interface ReplaySource {

    /** The kind asked for in the request, in the singular and kebab case. */
    String kind();

    /**
     * Hands over the current public state of everything of this kind, tombstones included, each at its current
     * revision; it must stream, since the sink slows the caller down to the broker's pace.
     */
    void forEachCurrent(Consumer<OutboxEntry> sink);
}
