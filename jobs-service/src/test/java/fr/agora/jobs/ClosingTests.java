package fr.agora.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.OfferStep;
import fr.agora.platform.messaging.Lease;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The last day of an offer ends at midnight in Paris. */
class ClosingTests extends RunningService {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MongoDatabaseFactory databases;

    @Test
    void anOfferIsReadUntilTheEndOfItsLastDayInParis() throws Exception {
        String id = published(RECRUITER, Bodies.with("validThrough", "\"2026-11-23\""));

        clock.advance(Duration.ofHours(11).plusMinutes(59));
        assertThat(call(reads("/api/jobs/offers/" + id)).getStatus()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(1));
        assertThat(call(reads("/api/jobs/offers/" + id)).getStatus()).isEqualTo(410);
        assertThat(call(reads("/offres/" + id)).getStatus()).isEqualTo(410);
        assertThat(body(call(reads("/api/jobs/offers"))).path("items")).isEmpty();
        assertThat(call(reads("/api/jobs/offers/" + id).header("Authorization", RECRUITER.bearer()))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void anOfferPastItsLastDayExpiresAndIsTold() throws Exception {
        String over = published(RECRUITER, Bodies.with("validThrough", "\"2026-11-24\""));
        String open = published(RECRUITER, Bodies.DATA_SCIENTIST);
        clock.advance(Duration.ofDays(2));

        sweep();
        sweep();

        assertThat(offer(over).status()).isEqualTo(OfferStatus.EXPIRED);
        assertThat(offer(over).outbox().getLast().type()).isEqualTo("agora.jobs.offer-withdrawn.v1");
        assertThat(offer(over).revision()).isEqualTo(2);
        assertThat(offer(open).status()).isEqualTo(OfferStatus.PUBLISHED);
        assertThat(call(writes("/api/jobs/offers/" + over + "/publish", RECRUITER, ""))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void oneInstanceSweepsForAllAndAnotherTakesOverWhenItDies() throws Exception {
        String id = published(RECRUITER, Bodies.with("validThrough", "\"2026-11-24\""));
        clock.advance(Duration.ofDays(2));
        Lease elsewhere = new Lease(databases, "offer-closing", Duration.ofMinutes(5), clock);
        assertThat(elsewhere.hold()).isTrue();

        sweep();
        assertThat(offer(id).status()).isEqualTo(OfferStatus.PUBLISHED);

        clock.advance(Duration.ofMinutes(6));
        sweep();
        assertThat(offer(id).status()).isEqualTo(OfferStatus.EXPIRED);
        assertThat(elsewhere.hold()).isFalse();
    }

    @Test
    void whatHasBeenOverForLongIsFiledAway() throws Exception {
        String id = published(RECRUITER, Bodies.with("validThrough", "\"2026-11-24\""));
        clock.advance(Duration.ofDays(2));
        sweep();

        clock.advance(Duration.ofDays(179));
        sweep();
        assertThat(offer(id).status()).isEqualTo(OfferStatus.EXPIRED);
        clock.advance(Duration.ofDays(2));
        sweep();

        assertThat(offer(id).status()).isEqualTo(OfferStatus.ARCHIVED);
        assertThat(offer(id).history().getLast().by()).isEqualTo(OfferStep.By.CALENDAR);
        assertThat(call(reads("/offres/" + id)).getStatus()).isEqualTo(410);
    }

    /** What the timer does, without waiting for it. */
    private void sweep() {
        context.getBeansOfType(ScheduledTaskHolder.class).values().stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("OfferClosing"))
                .forEach(task -> task.getTask().getRunnable().run());
    }

    private Offer offer(String id) {
        return Objects.requireNonNull(store.findById(id, Offer.class));
    }
}
