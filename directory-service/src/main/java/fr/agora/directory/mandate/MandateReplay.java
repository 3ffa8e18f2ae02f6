package fr.agora.directory.mandate;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells all mandates again to whoever lost them. */
@Component
class MandateReplay implements ReplaySource {

    private final Mandates mandates;
    private final Clock clock;

    MandateReplay(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "mandate";
    }

    @Override
    public void forEachCurrent(Consumer<OutboxEntry> sink) {
        try (Stream<Mandate> all = mandates.everPublished()) {
            all.forEach(mandate -> mandate.current(clock).forEach(sink));
        }
    }
}
