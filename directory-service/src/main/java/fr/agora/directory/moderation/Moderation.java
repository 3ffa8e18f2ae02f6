package fr.agora.directory.moderation;

import fr.agora.directory.mail.ContactAddresses;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Deciding and contesting, and who may do which. */
@Service
class Moderation {

    private final ModerationCases cases;
    private final CaseSettling settling;
    private final ContactAddresses addresses;
    private final Clock clock;

    Moderation(ModerationCases cases, CaseSettling settling, ContactAddresses addresses, Clock clock) {
        this.cases = cases;
        this.settling = settling;
        this.addresses = addresses;
        this.clock = clock;
    }

    Slice<ModerationCase> list(ModerationCase.State state, CurrentUser moderator, Paging paging) {
        check(moderator);
        return cases.list(state, paging);
    }

    ModerationCase find(String id, CurrentUser moderator) {
        check(moderator);
        return cases.find(id).orElseThrow(ProblemException::notFound);
    }

    /** Why somebody may not decide a case, empty if they may. */
    Optional<ModerationProblem> refusal(ModerationCase found, CurrentUser moderator) {
        if (found.choices().isEmpty()) {
            return Optional.of(ModerationProblem.CASE_CLOSED);
        }
        if (found.isOf(moderator.accountId())) {
            return Optional.of(ModerationProblem.OWN_CASE);
        }
        if (found.isContested() && found.wasDecidedBy(moderator.accountId()) && isAnotherThan(moderator, found)) {
            return Optional.of(ModerationProblem.OWN_DECISION);
        }
        return Optional.empty();
    }

    /** Whether somebody else could look at it: a platform with one moderator must not leave authors without an answer. */
    private boolean isAnotherThan(CurrentUser moderator, ModerationCase found) {
        return addresses.moderators().stream()
                .anyMatch(account -> !account.equals(moderator.accountId()) && !found.isOf(account));
    }

    void decide(String id, Decision decision, String motive, CurrentUser moderator) {
        ModerationCase found = find(id, moderator);
        refusal(found, moderator).ifPresent(refused -> {
            throw refused.asException();
        });
        if (!found.choices().contains(decision)) {
            throw ModerationProblem.CASE_CLOSED.asException();
        }
        found.decide(decision, motive, moderator.accountId(), clock);
        settling.settle(cases.save(found));
    }

    /** For the author of the item alone, once something was decided against it. */
    ModerationCase told(String id, CurrentUser author) {
        return cases.find(id)
                .filter(found -> found.isOf(author.accountId()))
                .filter(found ->
                        found.steps().stream().anyMatch(step -> step.decision().isAgainst()))
                .orElseThrow(ProblemException::notFound);
    }

    void contest(String id, String text, CurrentUser author) {
        ModerationCase found = told(id, author);
        if (!found.mayBeContestedBy(author.accountId())) {
            throw ModerationProblem.NOT_CONTESTABLE.asException();
        }
        found.contest(text, clock.instant());
        settling.settle(cases.save(found));
    }

    private static void check(CurrentUser moderator) {
        if (!moderator.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
