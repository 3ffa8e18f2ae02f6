package fr.agora.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this service speaks to the broker.
 *
 * @param name the service's name among owners and consumers, as in the contracts' descriptors; no default
 * @param outbox how facts leave
 * @param listening how facts arrive
 * @param replay how copies are filled again
 */
@ConfigurationProperties("agora.messaging")
record MessagingSettings(
        String name,
        @DefaultValue Outbox outbox,
        @DefaultValue Listening listening,
        @DefaultValue Replay replay) {

    MessagingSettings {
        // absent settings arrive as null whatever the type says
        if (name == null || !name.matches("[a-z]+")) {
            throw new IllegalArgumentException(
                    "agora.messaging.name is this service's name in the contracts' descriptors, in lower case letters: "
                            + name);
        }
    }

    /**
     * How facts leave.
     *
     * @param sweep how often every waiting fact is looked for, whatever the nudges missed
     * @param batch how many documents are published together
     * @param nudges how many saved documents may wait for the relay; beyond, the sweep finds them
     * @param confirmTimeout how long the broker may take to confirm a batch
     * @param largestFact a bigger one is parked in its document, never sent
     * @param firstRetry wait before a refused or unroutable fact is tried again; doubles each time
     * @param longestRetry where that doubling ends
     * @param lease how long one instance keeps the sweep to itself; only saves work
     * @param status how often waiting and parked facts are counted for metrics and health
     */
    record Outbox(
            @DefaultValue("2s") Duration sweep,
            @DefaultValue("100") int batch,
            @DefaultValue("1000") int nudges,
            @DefaultValue("5s") Duration confirmTimeout,
            @DefaultValue("512KB") DataSize largestFact,
            @DefaultValue("1s") Duration firstRetry,
            @DefaultValue("1m") Duration longestRetry,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("10s") Duration status) {}

    /**
     * How facts arrive.
     *
     * @param batch most messages handed over at once
     * @param gathering how long a batch is waited for once it has begun
     * @param attempts how often one fact is tried before it is parked
     * @param firstRetry wait before the second attempt; doubles each time
     * @param longestRetry where that doubling ends
     * @param patience how long a batch is held while a dependency is away before it goes back to the queue, well under
     *     the broker's own limit of 30 minutes
     * @param shutdown how long a stop waits for the batch at hand
     */
    record Listening(
            @DefaultValue("200") int batch,
            @DefaultValue("25ms") Duration gathering,
            @DefaultValue("5") int attempts,
            @DefaultValue("200ms") Duration firstRetry,
            @DefaultValue("10s") Duration longestRetry,
            @DefaultValue("10m") Duration patience,
            @DefaultValue("10s") Duration shutdown) {}

    /**
     * How copies are filled again.
     *
     * @param firstFact how long the owner may take to begin
     * @param nextFact how long it may pause once it has begun
     * @param window how many facts the owner sends before it waits for their confirms
     */
    record Replay(
            @DefaultValue("30s") Duration firstFact,
            @DefaultValue("1m") Duration nextFact,
            @DefaultValue("200") int window) {}
}
