package fr.agora.directory.member;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets accepted credits bear out the skills people claim. */
@Component
class SkillEvidence {

    private final Members members;
    private final Clock clock;

    SkillEvidence(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @EventListener
    void on(CreditAccepted accepted) {
        members.find(accepted.memberId())
                .filter(member -> !member.isErased())
                .filter(member ->
                        member.credited(new Credit(accepted.useCaseId(), accepted.url(), accepted.skills()), clock))
                .ifPresent(members::save);
    }

    @EventListener
    void on(CreditWithdrawn withdrawn) {
        members.find(withdrawn.memberId())
                .filter(member -> member.discredited(withdrawn.useCaseId(), clock))
                .ifPresent(members::save);
    }
}
