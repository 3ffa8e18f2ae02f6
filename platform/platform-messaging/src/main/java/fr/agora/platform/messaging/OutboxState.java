package fr.agora.platform.messaging;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What metrics and health show of the outbox; documents are counted, since each is one thing to look into. */
final class OutboxState {

    final AtomicLong pending = new AtomicLong();
    final AtomicLong parked = new AtomicLong();
    final AtomicLong unroutable = new AtomicLong();
    private volatile @Nullable String trouble;

    @Nullable
    String trouble() {
        return trouble;
    }

    void troubled(String what) {
        trouble = what;
    }

    void fine() {
        trouble = null;
    }
}
