package fr.agora.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The processes one neighbour consists of, taken in turn. One that went away is asked again once it says itself that it
 * is ready: its port answers some seconds before.
 */
final class Instances {

    /** What could not be reached is looked for again soon: it may only have been restarted. */
    private static final Duration GONE = Duration.ofSeconds(2);

    /** Longer than a service takes to end once it has said that it leaves. */
    private static final Duration LEAVING = Duration.ofSeconds(20);

    private final List<Instance> all;
    private final LongSupplier nanos;
    private final Predicate<Instance> isReady;
    private final Executor aside;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param isReady asks an instance; may take its time
     * @param aside where that is done, so that no visitor waits for it
     */
    Instances(
            Neighbour neighbour, List<URI> addresses, LongSupplier nanos, Predicate<Instance> isReady, Executor aside) {
        this.all = addresses.stream()
                .map(address -> new Instance(neighbour, address))
                .toList();
        this.nanos = nanos;
        this.isReady = isReady;
        this.aside = aside;
    }

    /** All of them in the order they are to be tried; whoever is avoided comes last, the soonest to return first. */
    List<Instance> inTurn() {
        if (all.size() == 1) {
            return all;
        }
        long now = nanos.getAsLong();
        all.forEach(instance -> lookFor(instance, now));
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<Instance> order = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            order.add(all.get((first + i) % all.size()));
        }
        order.sort(Comparator.comparingLong(instance -> instance.avoidedFor(now)));
        return order;
    }

    private void lookFor(Instance instance, long now) {
        long avoided = now + GONE.toNanos();
        if (instance.isLookedFor(now, avoided)) {
            aside.execute(() -> {
                if (isReady.test(instance)) {
                    instance.isBack(avoided);
                }
            });
        }
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
