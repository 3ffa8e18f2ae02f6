package fr.agora.directory.moderation;

import fr.agora.directory.member.MemberErased;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets who reported, who was reported and who decided; what was decided about other people's items stays. */
@Component
class ErasedPerson {

    private final ModerationCases cases;
    private final Clock clock;

    ErasedPerson(ModerationCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void forget(MemberErased erased) {
        cases.eachAbout(erased.memberId(), found -> {
            found.forgetItem(clock.instant());
            cases.save(found);
        });
        String account = erased.accountId();
        if (account != null) {
            cases.eachOf(account, found -> {
                found.forget(account);
                cases.save(found);
            });
        }
    }
}
