package fr.agora.platform.messaging;

import java.util.List;

/** What a consumer does with facts; it must bear repetition and any order. */
@FunctionalInterface
public interface FactHandler {

    /**
     * Takes a batch in; all of it is acknowledged once this returns.
     *
     * @throws DependencyUnavailable to have the same batch again later, for as long as needed
     * @throws RuntimeException to have the facts again one by one, those still failing being parked
     */
    void handle(List<Fact> facts);
}
