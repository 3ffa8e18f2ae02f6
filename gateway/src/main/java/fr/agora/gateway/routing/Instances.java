package fr.agora.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** The processes one neighbour consists of, taken in turn; one that went away is left alone for a moment. */
final class Instances {

    /** What could not be reached is looked for again soon: it may only have been restarted. */
    private static final Duration GONE = Duration.ofSeconds(2);

    /** Longer than a service takes to end once it has said that it leaves. */
    private static final Duration LEAVING = Duration.ofSeconds(20);

    private final List<Instance> all;
    private final LongSupplier nanos;
    private final AtomicInteger turn = new AtomicInteger();

    Instances(Neighbour neighbour, List<URI> addresses, LongSupplier nanos) {
        this.all = addresses.stream()
                .map(address -> new Instance(neighbour, address))
                .toList();
        this.nanos = nanos;
    }

    /** All of them in the order they are to be tried; whoever is avoided comes last, the soonest to return first. */
    List<Instance> inTurn() {
        if (all.size() == 1) {
            return all;
        }
        long now = nanos.getAsLong();
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<Instance> order = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            order.add(all.get((first + i) % all.size()));
        }
        order.sort(Comparator.comparingLong(instance -> instance.avoidedFor(now)));
        return order;
    }

    void wentAway(Instance instance) {
        instance.avoidUntil(nanos.getAsLong() + GONE.toNanos());
    }

    void leaves(Instance instance) {
        instance.avoidUntil(nanos.getAsLong() + LEAVING.toNanos());
    }

    void answered(Instance instance) {
        instance.isWell();
    }
}
