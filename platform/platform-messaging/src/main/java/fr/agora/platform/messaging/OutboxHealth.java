package fr.agora.platform.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Shows what waits and why; never "down", since the service works while its facts wait. */
final class OutboxHealth implements HealthIndicator {

    private static final Status ATTENTION = new Status("ATTENTION", "facts are kept back");

    private final OutboxState state;

    OutboxHealth(OutboxState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        var trouble = state.trouble();
        var healthy = trouble == null && state.parked.get() == 0;
        var health = Health.status(healthy ? Status.UP : ATTENTION)
                .withDetail("pending", state.pending.get())
                .withDetail("parked", state.parked.get())
                .withDetail("unroutable", state.unroutable.get());
        if (trouble != null) {
            health.withDetail("trouble", trouble);
        }
        return health.build();
    }
}
