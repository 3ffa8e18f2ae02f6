package fr.agora.directory.member;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Lets people say that their profile still holds. */
@Service
public class ProfileConfirmation {

    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProfileConfirmation(Members members, ApplicationEventPublisher events, Clock clock) {
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /** Nobody stands by another person's profile, administrators neither. */
    public MemberView confirm(String id, CurrentUser user) {
        Member member = members.find(id)
                .filter(found -> found.isVisibleTo(members.reader(Optional.of(user))))
                .orElseThrow(ProblemException::notFound);
        if (!member.isOf(user)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return MemberView.seenBy(Audience.SELF, confirmed(member), clock.instant());
    }

    Member confirmed(Member member) {
        boolean rested = member.confirm(clock);
        Member saved = members.save(member);
        if (rested) {
            events.publishEvent(new ProfileConfirmed(saved.id()));
        }
        return saved;
    }
}
