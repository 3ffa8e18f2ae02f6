package fr.agora.directory.mandate;

import fr.agora.directory.identity.AccountDisabled;
import fr.agora.directory.identity.AccountEnabled;
import fr.agora.directory.member.Members;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** A disabled account acts for nobody: its mandates rest until it opens again, or somebody decides otherwise. */
@Component
class AccountMandates {

    private static final int ATTEMPTS = 5;

    private final Mandates mandates;
    private final Members members;
    private final MandateSettling settling;
    private final Clock clock;

    AccountMandates(Mandates mandates, Members members, MandateSettling settling, Clock clock) {
        this.mandates = mandates;
        this.members = members;
        this.settling = settling;
        this.clock = clock;
    }

    @EventListener
    void rest(AccountDisabled disabled) {
        held(disabled.accountId())
                .forEach(id -> change(
                        id,
                        mandate -> mandate.standing() == MandateState.ACTIVE,
                        mandate -> mandate.restWithAccount(clock)));
    }

    @EventListener
    void resume(AccountEnabled enabled) {
        held(enabled.accountId())
                .forEach(id ->
                        change(id, Mandate::restsWithAccount, mandate -> mandate.move(MandateState.ACTIVE, clock)));
    }

    private List<String> held(String accountId) {
        return members.ofAccount(accountId).stream()
                .flatMap(member -> mandates.ofHolder(member.id()).stream())
                .map(Mandate::id)
                .toList();
    }

    private void change(String id, Predicate<Mandate> concerned, Consumer<Mandate> how) {
        for (int attempt = 1; ; attempt++) {
            Mandate mandate = mandates.find(id).filter(concerned).orElse(null);
            if (mandate == null) {
                return;
            }
            how.accept(mandate);
            try {
                mandates.save(mandate);
                settling.settled(mandate);
                return;
            } catch (OptimisticLockingFailureException meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }
}
