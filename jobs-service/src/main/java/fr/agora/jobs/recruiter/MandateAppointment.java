package fr.agora.jobs.recruiter;

import fr.agora.jobs.copies.Ministry;
import fr.agora.jobs.copies.Organization;
import fr.agora.jobs.copies.Organizations;
import fr.agora.jobs.offer.OfferProblem;
import fr.agora.jobs.recruiter.RecruiterMandate.Employer;
import fr.agora.jobs.recruiter.RecruiterMandateStep.Quality;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.security.Role;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Asking for a mandate, granting, refusing and taking it back, by those who may and always with a reason. */
@Component
public class MandateAppointment {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_YEARS = 3;

    private final RecruiterMandates mandates;
    private final MandateAuthority authority;
    private final Organizations organizations;
    private final RoleTelling telling;
    private final Clock clock;

    MandateAppointment(
            RecruiterMandates mandates,
            MandateAuthority authority,
            Organizations organizations,
            RoleTelling telling,
            Clock clock) {
        this.mandates = mandates;
        this.authority = authority;
        this.organizations = organizations;
        this.telling = telling;
        this.clock = clock;
    }

    /** An account's own mandates, the latest first. */
    public List<RecruiterMandate> of(CurrentUser user) {
        return mandates.of(user.accountId());
    }

    /** For the organisation of the asking account: offers are published for that one. */
    public RecruiterMandate request(CurrentUser user, RecruiterMandateKind kind, @Nullable String reason) {
        if (!user.has(Role.MEMBER)) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        String organization = user.organization();
        if (organization == null) {
            throw OfferProblem.NO_ORGANIZATION.asException();
        }
        if (kind == RecruiterMandateKind.RECRUITER && user.has(Role.RECRUITER) && !endedHere(user)) {
            throw RecruiterProblem.ALREADY_RECRUITER.asException();
        }
        String said = required(reason);
        Employer employer = organizations
                .find(organization)
                .map(MandateAppointment::employer)
                .orElseGet(() -> new Employer(organization, organization, List.of()));
        RecruiterMandate mandate = RecruiterMandate.requested(
                OpaqueId.next("rm"), kind, employer, user.accountId(), user.name(), said, clock);
        try {
            return mandates.save(mandate);
        } catch (DuplicateKeyException another) {
            throw RecruiterProblem.MANDATE_ALREADY_ASKED.asException();
        }
    }

    // a token outlives the mandate it speaks of by some minutes
    private boolean endedHere(CurrentUser user) {
        List<RecruiterMandate> own = of(user).stream()
                .filter(each -> each.kind() == RecruiterMandateKind.RECRUITER)
                .toList();
        return !own.isEmpty() && own.stream().noneMatch(RecruiterMandate::isOpen);
    }

    /** Mandates somebody may decide on, in certain states. */
    public Slice<RecruiterMandate> decidable(
            CurrentUser user, Collection<RecruiterMandateState> states, Paging paging) {
        if (user.isModerator()) {
            return mandates.listed(states, null, paging);
        }
        return authority
                .perimeter(user)
                .map(bounds -> mandates.listed(states, bounds, paging))
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    }

    /** Whether there may be anything for that person to decide. */
    public boolean decides(CurrentUser user) {
        return user.isModerator() || authority.perimeter(user).isPresent();
    }

    /** @param lastDay of the mandate; absent: a year from today */
    public RecruiterMandate grant(CurrentUser user, String id, @Nullable String reason, @Nullable LocalDate lastDay) {
        LocalDate today = LocalDate.now(clock);
        LocalDate day = lastDay == null ? today.plusYears(1) : lastDay;
        if (day.isBefore(today)) {
            throw ProblemException.invalidField("endsOn", "offer.past-date");
        }
        if (day.isAfter(today.plusYears(LONGEST_YEARS))) {
            throw ProblemException.invalidField("endsOn", "offer.far-date", LONGEST_YEARS);
        }
        String said = optional(reason);
        return decide(user, id, (mandate, by) -> mandate.grant(by, said, day, clock));
    }

    public RecruiterMandate refuse(CurrentUser user, String id, @Nullable String reason) {
        String said = required(reason);
        return decide(user, id, (mandate, by) -> mandate.refuse(by, said, clock));
    }

    public RecruiterMandate withdraw(CurrentUser user, String id, @Nullable String reason) {
        String said = required(reason);
        return decide(user, id, (mandate, by) -> mandate.withdraw(by, said, clock));
    }

    /** By its holder, without having to say why. */
    public RecruiterMandate giveUp(CurrentUser user, String id) {
        RecruiterMandate ended = RecruiterMandates.withoutCollision(() -> {
            RecruiterMandate mandate = mandates.find(id)
                    .filter(each -> each.isHeldBy(user.accountId()))
                    .orElseThrow(ProblemException::notFound);
            mandate.withdraw(Quality.HOLDER, null, clock);
            return mandates.save(mandate);
        });
        return telling.now(ended);
    }

    private RecruiterMandate decide(CurrentUser user, String id, BiConsumer<RecruiterMandate, Quality> decision) {
        RecruiterMandate decided = RecruiterMandates.withoutCollision(() -> {
            RecruiterMandate mandate = mandates.find(id).orElseThrow(ProblemException::notFound);
            // a mandate one has no say in is none of one's business, its existence included
            Quality by = authority.over(user, mandate).orElseThrow(ProblemException::notFound);
            if (mandate.isHeldBy(user.accountId())) {
                throw RecruiterProblem.OWN_MANDATE.asException();
            }
            decision.accept(mandate, by);
            return mandates.save(mandate);
        });
        return telling.now(decided);
    }

    private static Employer employer(Organization known) {
        return new Employer(
                known.id(),
                known.name(),
                known.ministries().stream().map(Ministry::id).toList());
    }

    private static String required(@Nullable String reason) {
        String said = optional(reason);
        if (said == null) {
            throw ProblemException.invalidField("reason", "field.required");
        }
        return Objects.requireNonNull(said);
    }

    private static @Nullable String optional(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw ProblemException.invalidField("reason", "field.too-long", LONGEST_REASON);
        }
        return reason.strip();
    }
}
