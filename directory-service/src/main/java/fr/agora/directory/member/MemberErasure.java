package fr.agora.directory.member;

import fr.agora.platform.security.CurrentUser;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Forgets a person: at their own word, or by an administrator they asked. */
@Service
public class MemberErasure {

    private static final int ATTEMPTS = 5;

    private final Members members;
    private final MemberEditing editing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberErasure(Members members, MemberEditing editing, ApplicationEventPublisher events, Clock clock) {
        this.members = members;
        this.editing = editing;
        this.events = events;
        this.clock = clock;
    }

    public void erase(String id, CurrentUser user) {
        Member erased = tombstone(id, user);
        settle(erased);
    }

    /** Somebody else may be saving the document: their change is erased too. */
    private Member tombstone(String id, CurrentUser user) {
        for (int attempt = 1; ; attempt++) {
            Member member = editing.editable(id, user);
            member.erase(clock);
            try {
                return members.save(member);
            } catch (OptimisticLockingFailureException overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /** Has the other packages forget; begun again later where it was interrupted. */
    void settle(Member erased) {
        String account = erased.erasing();
        if (account != null) {
            events.publishEvent(new MemberErased(erased.id(), account.isEmpty() ? null : account));
            erased.erasureSettled();
            members.save(erased);
        }
    }
}
