package fr.agora.jobs.recruiter;

import fr.agora.jobs.copies.DirectoryFacts;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.FactType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An erased person's mandates end and name nobody; their role is taken back. */
@Component
class RecruiterErasure implements DirectoryFacts {

    private static final FactType ERASED = new FactType("agora.directory.member-erased.v1");

    private final RecruiterMandates mandates;
    private final RoleTelling telling;
    private final java.time.Clock clock;

    RecruiterErasure(RecruiterMandates mandates, RoleTelling telling, java.time.Clock clock) {
        this.mandates = mandates;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public void hear(Fact fact) {
        if (!fact.is(ERASED)) {
            return;
        }
        String account = fact.as(Told.class).accountId();
        if (account == null) {
            return;
        }
        for (RecruiterMandate each : mandates.of(account)) {
            telling.now(RecruiterMandates.withoutCollision(() -> {
                RecruiterMandate mandate = mandates.find(each.id()).orElseThrow();
                mandate.forgetHolder(clock);
                return mandates.save(mandate);
            }));
        }
    }

    record Told(@Nullable String accountId) {}
}
