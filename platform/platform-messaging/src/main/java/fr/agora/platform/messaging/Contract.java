package fr.agora.platform.messaging;

import java.util.List;

/** A fact's descriptor: who tells it and who hears it. */
record Contract(FactType type, List<String> consumers) {

    boolean isHeardBy(String name) {
        return consumers.contains(name);
    }

    boolean isOwnedBy(String name) {
        return type.owner().equals(name);
    }
}
