package fr.agora.directory.mandate;

import fr.agora.directory.lifecycle.DirectoryProblem;
import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.Members;
import fr.agora.directory.organization.Ministry;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.Organizations;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives people mandates: an appointment, a delegation to be accepted, a line of an import. */
@Service
public class MandateAppointment {

    private final Mandates mandates;
    private final Members members;
    private final Organizations organizations;
    private final Competences competences;
    private final MandateAuthority authority;
    private final AmdacSeats seats;
    private final MandateSettling settling;
    private final Clock clock;

    MandateAppointment(
            Mandates mandates,
            Members members,
            Organizations organizations,
            Competences competences,
            MandateAuthority authority,
            AmdacSeats seats,
            MandateSettling settling,
            Clock clock) {
        this.mandates = mandates;
        this.members = members;
        this.organizations = organizations;
        this.competences = competences;
        this.authority = authority;
        this.seats = seats;
        this.settling = settling;
        this.clock = clock;
    }

    /** A delegation waits for the delegate's word; any other mandate is in force from its first day. */
    public Mandate appoint(MandateDraft draft, CurrentUser by) {
        List<FieldProblem> problems = new ArrayList<>();
        Competence competence = competences.read(draft.role(), draft.organizationId(), draft.scope(), problems);
        allow(by, draft, competence);
        Optional<Mandate> delegating = draft.role() == MandateRole.AMDAC_DELEGATE
                ? authority.delegating(by, competence.ministries())
                : Optional.empty();
        Term term = term(draft, delegating, problems);
        Member holder = members.find(draft.holderId())
                .filter(found -> found.isVisibleTo(members.reader(Optional.of(by))))
                .orElse(null);
        if (holder == null) {
            problems.add(FieldProblem.of("holderId", "field.unknown", draft.holderId()));
            throw ProblemException.invalidFields(problems);
        }
        refuse(problems);
        Mandate mandate = Mandate.of(OpaqueId.next("mdt"), draft.role(), holder, competence, term);
        describe(mandate, draft);
        mandate.delegatedBy(delegating.map(Mandate::id).orElse(null));
        mandate.move(delegating.isPresent() ? MandateState.PROPOSED : MandateState.ACTIVE, clock);
        return store(mandate);
    }

    private Mandate store(Mandate mandate) {
        if (mandate.role() == MandateRole.AMDAC) {
            seats.take(mandate.ministries(), mandate.id(), mandate.term());
        }
        mandates.insert(mandate);
        return settling.settled(mandate);
    }

    private void describe(Mandate mandate, MandateDraft draft) {
        RelayLevel level = draft.level();
        if (level == null && draft.role() == MandateRole.RELAY) {
            level = organizations
                    .find(draft.organizationId())
                    .map(Organization::kind)
                    .map(RelayLevel::of)
                    .orElse(RelayLevel.DIRECTORATE);
        }
        mandate.at(level);
        mandate.appointedBy(draft.act().act());
    }

    /** Another perimeter, end or act; role, holder and organisation stay: those are other mandates. */
    public Mandate amend(String id, MandateDraft draft, CurrentUser by) {
        Mandate mandate = mandates.find(id).orElseThrow(ProblemException::notFound);
        if (!authority.mayManage(by, mandate)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (mandate.state(Term.today(clock)).isOver()) {
            throw new ProblemException(MandateProblem.MANDATE_STATE);
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (draft.role() != mandate.role()) {
            problems.add(FieldProblem.of("role", "field.fixed"));
        }
        if (!draft.holderId().equals(mandate.holderId())) {
            problems.add(FieldProblem.of("holderId", "field.fixed"));
        }
        if (!draft.organizationId().equals(mandate.organization().id())) {
            problems.add(FieldProblem.of("organizationId", "field.fixed"));
        }
        Competence competence =
                competences.read(mandate.role(), mandate.organization().id(), draft.scope(), problems);
        allow(by, draft, competence);
        LocalDate start = draft.startsOn() == null ? mandate.term().start() : draft.startsOn();
        if (draft.endsOn() != null && draft.endsOn().isBefore(start)) {
            problems.add(FieldProblem.of("endsOn", "field.before-start", start));
        }
        refuse(problems);
        Term term = Term.of(start, draft.endsOn());
        if (mandate.role() == MandateRole.AMDAC) {
            seats.take(competence.ministries(), id, term);
        }
        mandate.stand(competence);
        mandate.runs(term);
        describe(mandate, draft);
        mandate.changed(clock);
        mandates.save(mandate);
        return settling.settled(mandate);
    }

    /** @param delegatedBy the AMDAC's mandate, of a delegate, who is taken to have accepted */
    LineOutcome importOne(String id, MandateDraft draft, @Nullable String delegatedBy, ImportKey key) {
        Optional<Mandate> known = mandates.find(id);
        ImportKey last = known.map(Mandate::importKey).orElse(null);
        if (known.isPresent() && (last == null || !last.source().equals(key.source()))) {
            throw new ProblemException(DirectoryProblem.OTHER_SOURCE, id);
        }
        if (key.equals(last)) {
            return new LineOutcome.Unchanged(id);
        }
        List<FieldProblem> problems = new ArrayList<>();
        Competence competence = competences.read(draft.role(), draft.organizationId(), draft.scope(), problems);
        Term term = term(draft, Optional.empty(), problems);
        @Nullable Member holder = members.find(draft.holderId()).orElse(null);
        if (holder == null) {
            problems.add(FieldProblem.of("holderId", "field.unknown", draft.holderId()));
        }
        if (delegatedBy != null && mandates.find(delegatedBy).isEmpty()) {
            problems.add(FieldProblem.of("delegatedBy", "field.unknown", delegatedBy));
        }
        if (known.isPresent() && known.get().role() != draft.role()) {
            problems.add(FieldProblem.of("role", "field.fixed"));
        }
        if (holder == null || !problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        Mandate mandate = known.orElseGet(() -> Mandate.of(id, draft.role(), holder, competence, term));
        String before = mandate.holderId();
        if (mandate.role() == MandateRole.AMDAC) {
            seats.take(competence.ministries(), id, term);
        }
        mandate.stand(competence);
        mandate.runs(term);
        mandate.hold(holder);
        describe(mandate, draft);
        mandate.delegatedBy(delegatedBy);
        mandate.importedFrom(key);
        mandate.move(term.isOverOn(Term.today(clock)) ? MandateState.ENDED : MandateState.ACTIVE, clock);
        mandates.save(mandate);
        settling.settled(mandate);
        if (!before.equals(mandate.holderId())) {
            settling.leaveIfNoMore(before, mandate.role());
        }
        return known.isPresent() ? new LineOutcome.Updated(id) : new LineOutcome.Created(id);
    }

    /** Every organisation of the perimeter must be the appointer's to give away. */
    private void allow(CurrentUser by, MandateDraft draft, Competence competence) {
        boolean allowed = authority.mayAppoint(by, draft.role(), competence.ministries())
                && (draft.role().isInterministerial()
                        || coversOnly(by, draft.scope().organizations()));
        // an unknown organisation is said to those only who appoint at all: to others it is all the same
        boolean appointsAtAll = draft.role().isInterministerial()
                ? by.isModerator()
                : !authority.of(by).isEmpty();
        boolean organizationUnknown = competence.scope().organizations().isEmpty();
        if (!allowed && !(appointsAtAll && organizationUnknown)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }

    private boolean coversOnly(CurrentUser by, List<String> scope) {
        List<String> own = authority.ministriesOf(by).stream().map(Ministry::id).toList();
        return organizations.byIds(scope).values().stream()
                .allMatch(each -> each.ministries().stream().map(Ministry::id).anyMatch(own::contains));
    }

    private Term term(MandateDraft draft, Optional<Mandate> delegating, List<FieldProblem> problems) {
        LocalDate start = Objects.requireNonNullElseGet(draft.startsOn(), () -> Term.today(clock));
        @Nullable LocalDate end = draft.endsOn();
        @Nullable
        LocalDate last = delegating.map(mandate -> mandate.term().end()).orElse(null);
        if (end != null && end.isBefore(start)) {
            problems.add(FieldProblem.of("endsOn", "field.before-start", start));
        } else if (end != null && last != null && end.isAfter(last)) {
            problems.add(FieldProblem.of("endsOn", "field.after-delegation", last));
        }
        return Term.of(start, end == null ? last : end);
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }
}
