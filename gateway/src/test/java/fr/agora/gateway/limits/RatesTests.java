package fr.agora.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesTests {

    private final AtomicLong now = new AtomicLong();
    private final Rates rates = new Rates(10, 3, 50, now::get);

    @Test
    void aBurstPassesAndTheNextOneWaits() {
        for (int i = 0; i < 3; i++) {
            assertThat(rates.allow("nora")).isTrue();
        }
        assertThat(rates.allow("nora")).isFalse();
        assertThat(rates.allow("lucas")).isTrue();

        now.addAndGet(Duration.ofMillis(100).toNanos());

        assertThat(rates.allow("nora")).isTrue();
        assertThat(rates.allow("nora")).isFalse();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 5_000; i++) {
            rates.allow("address " + i);
        }

        assertThat(rates.remembered()).isLessThanOrEqualTo(50);
    }

    @Test
    void nobodyIsCountedUnderABlankName() {
        assertThatThrownBy(() -> rates.allow(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
