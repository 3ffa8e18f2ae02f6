package fr.agora.directory.member;

import fr.agora.platform.moderation.ItemDecision;
import java.time.Clock;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Hides a profile by decision of the moderation, and gives it back. */
@Component
public class MemberModeration {

    private static final int ATTEMPTS = 5;

    private final Members members;
    private final Clock clock;

    MemberModeration(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /** An erased one is left alone: there is nothing to hide any more. */
    public void carryOut(ItemDecision decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                members.find(decision.itemId())
                        .filter(member -> !member.isErased() && member.decided(decision, clock))
                        .ifPresent(members::save);
                return;
            } catch (OptimisticLockingFailureException raced) {
                if (attempt == ATTEMPTS) {
                    throw raced;
                }
            }
        }
    }
}
