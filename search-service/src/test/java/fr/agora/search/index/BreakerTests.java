package fr.agora.search.index;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTests {

    private final AtomicLong now = new AtomicLong();
    private final Breaker breaker = new Breaker(now::get);

    @Test
    void afterSeveralFailuresNobodyWaitsForAWhile() {
        for (int n = 0; n < Breaker.FAILURES; n++) {
            assertThatCode(breaker::check).doesNotThrowAnyException();
            breaker.failed();
        }

        assertThatThrownBy(breaker::check).isInstanceOf(IndexUnavailable.class);
        now.addAndGet(Breaker.PAUSE.toNanos());
        assertThatCode(breaker::check).doesNotThrowAnyException();
        breaker.answered();
        breaker.failed();
        assertThatCode(breaker::check).doesNotThrowAnyException();
    }
}
