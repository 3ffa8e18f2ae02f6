package fr.agora.directory.mandate;

import fr.agora.directory.member.Member;
import fr.agora.directory.member.Members;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What becomes of a mandate once given: accepted or refused, suspended and resumed, handed over, ended. */
@Service
public class MandateLife {

    private final Mandates mandates;
    private final Members members;
    private final MandateAuthority authority;
    private final AmdacSeats seats;
    private final MandateSettling settling;
    private final Clock clock;

    MandateLife(
            Mandates mandates,
            Members members,
            MandateAuthority authority,
            AmdacSeats seats,
            MandateSettling settling,
            Clock clock) {
        this.mandates = mandates;
        this.members = members;
        this.authority = authority;
        this.seats = seats;
        this.settling = settling;
        this.clock = clock;
    }

    /** A contact is for everybody to read; what is not one is there for its holder and those who manage it. */
    public Mandate visible(String id, Optional<CurrentUser> reader) {
        return mandates.find(id)
                .filter(mandate -> mandate.isContact(Term.today(clock))
                        || reader.filter(user -> concerns(user, mandate)).isPresent())
                .orElseThrow(ProblemException::notFound);
    }

    private boolean concerns(CurrentUser user, Mandate mandate) {
        return authority.holds(user, mandate) || authority.mayManage(user, mandate);
    }

    public Mandate accept(String id, CurrentUser holder) {
        return answer(id, holder, MandateState.ACTIVE);
    }

    public Mandate refuse(String id, CurrentUser holder) {
        return answer(id, holder, MandateState.REFUSED);
    }

    private Mandate answer(String id, CurrentUser holder, MandateState answer) {
        Mandate mandate = visible(id, Optional.of(holder));
        if (!authority.holds(holder, mandate)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return move(mandate, Set.of(MandateState.PROPOSED), answer);
    }

    public Mandate suspend(String id, CurrentUser by) {
        return move(managed(id, by), Set.of(MandateState.ACTIVE), MandateState.SUSPENDED);
    }

    public Mandate resume(String id, CurrentUser by) {
        return move(managed(id, by), Set.of(MandateState.SUSPENDED), MandateState.ACTIVE);
    }

    private Mandate move(Mandate mandate, Set<MandateState> from, MandateState to) {
        if (!from.contains(mandate.state(Term.today(clock)))) {
            throw new ProblemException(MandateProblem.MANDATE_STATE);
        }
        mandate.move(to, clock);
        mandates.save(mandate);
        return settling.settled(mandate);
    }

    /**
     * Ends a mandate, by those who may give it or by its holder.
     *
     * @param on last day; absent: it is over now
     */
    public Mandate end(String id, @Nullable LocalDate on, CurrentUser by) {
        Mandate mandate = visible(id, Optional.of(by));
        if (!concerns(by, mandate)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        LocalDate today = Term.today(clock);
        if (mandate.state(today).isOver()) {
            throw new ProblemException(MandateProblem.MANDATE_STATE);
        }
        if (on != null && on.isBefore(mandate.term().start())) {
            throw ProblemException.invalidField(
                    "on", "field.before-start", mandate.term().start());
        }
        boolean atOnce = on == null || on.isBefore(today);
        LocalDate last = on == null ? today : on;
        if (!last.isBefore(mandate.term().start())) {
            mandate.runs(mandate.term().until(last));
        }
        if (atOnce) {
            mandate.move(MandateState.ENDED, clock);
        } else {
            mandate.changed(clock);
        }
        mandates.save(mandate);
        if (mandate.role() == MandateRole.AMDAC) {
            if (atOnce) {
                seats.leave(mandate.ministries(), id);
            } else {
                seats.take(mandate.ministries(), id, mandate.term());
            }
        }
        return settling.settled(mandate);
    }

    /**
     * Hands a mandate over in one go: the successor's begins, and this one ends the day before.
     *
     * @param successorId identifier of a member
     * @param on first day of the successor; today if absent
     * @return the successor's mandate
     */
    public Mandate handOver(
            String id, String successorId, @Nullable LocalDate on, MandateDraft.ActDraft act, CurrentUser by) {
        Mandate mandate = managed(id, by);
        LocalDate today = Term.today(clock);
        if (!Set.of(MandateState.ACTIVE, MandateState.SUSPENDED).contains(mandate.state(today))) {
            throw new ProblemException(MandateProblem.MANDATE_STATE);
        }
        LocalDate first = Objects.requireNonNullElse(on, today);
        List<FieldProblem> problems = new ArrayList<>();
        @Nullable LocalDate end = mandate.term().end();
        if (first.isBefore(mandate.term().start())) {
            problems.add(
                    FieldProblem.of("on", "field.before-start", mandate.term().start()));
        }
        @Nullable
        Member successor = members.find(successorId)
                .filter(found -> found.isVisibleTo(members.reader(Optional.of(by))))
                .orElse(null);
        if (successor == null || successor.id().equals(mandate.holderId())) {
            problems.add(FieldProblem.of("successorId", "field.unknown", successorId));
        }
        if (successor == null || !problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        Term term = Term.of(first, end != null && end.isBefore(first) ? null : end);
        Mandate next = Mandate.of(OpaqueId.next("mdt"), mandate.role(), successor, competence(mandate), term);
        next.at(mandate.level());
        next.appointedBy(act.act());
        next.delegatedBy(mandate.delegatedBy());
        next.succeeds(id);
        boolean asked = mandate.role() == MandateRole.AMDAC_DELEGATE;
        next.move(asked ? MandateState.PROPOSED : MandateState.ACTIVE, clock);
        if (mandate.role() == MandateRole.AMDAC) {
            seats.takeOver(mandate.ministries(), mandate, mandate.term().until(first.minusDays(1)), next.id(), term);
        }
        // the successor first: should we stop here, the sweep ends the predecessor
        mandates.insert(next);
        return settling.settled(next);
    }

    private static Competence competence(Mandate mandate) {
        return new Competence(mandate.organization(), mandate.scope(), mandate.ministries(), mandate.territories());
    }

    private Mandate managed(String id, CurrentUser by) {
        Mandate mandate = visible(id, Optional.of(by));
        if (!authority.mayManage(by, mandate)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return mandate;
    }
}
