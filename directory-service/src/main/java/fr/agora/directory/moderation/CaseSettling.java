package fr.agora.directory.moderation;

import fr.agora.directory.member.MemberModeration;
import fr.agora.platform.moderation.ItemDecision;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does what follows from a case's last change: a profile is hidden or shown, people are told. The case remembers that it
 * is yet to be done, and each part bears repetition, so that a crash in between loses nothing.
 */
@Component
class CaseSettling {

    private static final Logger log = LoggerFactory.getLogger(CaseSettling.class);
    private static final Duration KEPT = Duration.ofDays(365);

    private final ModerationCases cases;
    private final MemberModeration members;
    private final CaseNotices notices;
    private final Clock clock;

    CaseSettling(ModerationCases cases, MemberModeration members, CaseNotices notices, Clock clock) {
        this.cases = cases;
        this.members = members;
        this.notices = notices;
        this.clock = clock;
    }

    void settle(ModerationCase changed) {
        if (changed.state() == ModerationCase.State.OPEN) {
            notices.tellModerators(changed);
        } else if (!changed.steps().isEmpty()) {
            carryOut(changed);
            notices.tellOutcome(changed);
        }
        cases.settled(changed);
    }

    private void carryOut(ModerationCase decided) {
        ModerationCase.Step last = decided.steps().getLast();
        if (decided.item().kind().isOurs() && last.decision() != Decision.UPHELD) {
            String motive = last.motive();
            members.carryOut(new ItemDecision(
                    decided.id(),
                    decided.revision(),
                    decided.item().kind().code(),
                    decided.item().itemId(),
                    last.decision() == Decision.HIDDEN,
                    motive == null ? "" : motive,
                    last.at()));
        }
    }

    @Scheduled(
            fixedDelayString = "${agora.moderation.settling:5m}",
            initialDelayString = "${agora.moderation.first-settling:5m}")
    void settleTheRest() {
        for (ModerationCase each : cases.unsettled()) {
            try {
                settle(each);
            } catch (RuntimeException notNow) {
                log.info(
                        "A moderation case waits to be settled case={} cause={}",
                        each.id(),
                        notNow.getClass().getSimpleName());
            }
        }
    }

    @Scheduled(
            fixedDelayString = "${agora.moderation.sweep:6h}",
            initialDelayString = "${agora.moderation.first-sweep:10m}")
    void forgetOld() {
        cases.forgetClosedBefore(clock.instant().minus(KEPT));
    }
}
