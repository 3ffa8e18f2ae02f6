package fr.agora.directory.mandate;

import fr.agora.directory.privacy.HeldData;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mandates of a person, for the export of their data. */
@Component
class HeldMandates implements HeldData {

    /** One mandate as its holder takes it away. */
    record Held(
            String id,
            MandateRole role,
            String organization,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            MandateState state,
            Act act,
            List<StateChange> history) {}

    private final Mandates mandates;
    private final Clock clock;

    HeldMandates(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "mandates";
    }

    @Override
    public void forEachOf(String accountId, @Nullable String memberId, Consumer<Object> sink) {
        if (memberId != null) {
            mandates.ofHolder(memberId).stream()
                    .map(mandate -> new Held(
                            mandate.id(),
                            mandate.role(),
                            mandate.organization().name(),
                            mandate.term().start(),
                            mandate.term().end(),
                            mandate.state(Term.today(clock)),
                            mandate.act(),
                            mandate.history()))
                    .forEach(sink);
        }
    }
}
