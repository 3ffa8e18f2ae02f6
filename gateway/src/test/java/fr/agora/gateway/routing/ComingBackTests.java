package fr.agora.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** When an instance that went away is asked again, by a clock and a readiness of the test's own. */
class ComingBackTests {

    private final Queue<Runnable> aside = new ArrayDeque<>();
    private final List<Instance> looked = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1_000; // the clock may run over
    private boolean ready;

    private final Instances instances = new Instances(
            Neighbour.JOBS,
            List.of(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2")),
            () -> now,
            instance -> {
                looked.add(instance);
                return ready;
            },
            aside::add);
    private final Instance left = instances.inTurn().getFirst();

    @Test
    void oneThatWentAwayComesLastUntilItSaysThatItIsReady() {
        instances.wentAway(left);
        later(Duration.ofSeconds(1));
        assertThat(firstOfFour()).doesNotContain(left);
        assertThat(looked).as("not yet").isEmpty();

        later(Duration.ofSeconds(2));
        assertThat(firstOfFour()).doesNotContain(left);
        assertThat(aside).as("looked for once, however many ask").hasSize(1);
        lookAside();
        assertThat(looked).containsExactly(left);
        assertThat(firstOfFour()).as("it is starting").doesNotContain(left);

        ready = true;
        later(Duration.ofSeconds(3));
        assertThat(firstOfFour()).doesNotContain(left);
        lookAside();
        assertThat(firstOfFour()).contains(left);
        later(Duration.ofMinutes(1));
        assertThat(firstOfFour()).contains(left);
        assertThat(aside).isEmpty();
    }

    @Test
    void whatIsLearntOfItMeanwhileCounts() {
        instances.wentAway(left);
        later(Duration.ofSeconds(3));
        instances.inTurn();
        instances.leaves(left);

        ready = true;
        lookAside();

        assertThat(firstOfFour()).doesNotContain(left);
        instances.answered(left);
        assertThat(firstOfFour()).as("asked as the last that was there").contains(left);
    }

    private List<Instance> firstOfFour() {
        List<Instance> first = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            first.add(instances.inTurn().getFirst());
        }
        return first;
    }

    private void later(Duration time) {
        now += time.toNanos();
    }

    private void lookAside() {
        while (!aside.isEmpty()) {
            aside.remove().run();
        }
    }
}
