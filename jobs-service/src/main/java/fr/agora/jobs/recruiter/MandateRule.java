package fr.agora.jobs.recruiter;

import fr.agora.jobs.offer.RecruitingRule;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a mandate lets people do: recruit, see the tension board. */
@Component
public class MandateRule implements RecruitingRule {

    /** Twice as long as a token of the realm lives. */
    private static final Duration TOKENS = Duration.ofMinutes(10);

    private final RecruiterMandates mandates;
    private final MandateAuthority authority;
    private final Clock clock;

    MandateRule(RecruiterMandates mandates, MandateAuthority authority, Clock clock) {
        this.mandates = mandates;
        this.authority = authority;
        this.clock = clock;
    }

    /** The role in the token, unless the mandate that brought it is over: the token outlives it by some minutes. */
    @Override
    public boolean mayRecruit(CurrentUser user) {
        if (user.isAdmin()) {
            return true;
        }
        if (!user.has(Role.RECRUITER)) {
            return false;
        }
        List<RecruiterMandate> own = mandates.of(user.accountId()).stream()
                .filter(each -> each.kind() == RecruiterMandateKind.RECRUITER)
                .toList();
        // with none in force and none just over, an administrator gave the role at the identity server itself
        return own.stream().anyMatch(each -> each.isInForce(LocalDate.now(clock)))
                || own.stream().noneMatch(each -> each.isOutlivedByTokens(TOKENS, clock));
    }

    /** Whether that person belongs to the filière RH du numérique, by a mandate in force. */
    public boolean isOfHrNetwork(CurrentUser user) {
        return mandates.of(user.accountId()).stream()
                .filter(each -> each.kind() == RecruiterMandateKind.HR_NETWORK)
                .anyMatch(each -> each.isInForce(LocalDate.now(clock)));
    }

    /** The ministries whose data officer that person is, or stands in for. */
    public Set<String> ministriesOf(CurrentUser user) {
        return authority.ministriesOf(user);
    }
}
