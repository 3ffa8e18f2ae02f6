package fr.agora.jobs.recruiter;

import fr.agora.jobs.recruiter.IdentityRoles.IdentityUnavailable;
import fr.agora.platform.messaging.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the identity server follow the mandates: at once when one is decided, else by a sweep of at most one batch, for as
 * long as it takes.
 */
@Component
class RoleTelling {

    private static final Logger log = LoggerFactory.getLogger(RoleTelling.class);
    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final RecruiterMandates mandates;
    private final IdentityRoles roles;
    private final Lease lease;
    private final Clock clock;

    RoleTelling(RecruiterMandates mandates, IdentityRoles roles, MongoDatabaseFactory databases, Clock clock) {
        this.mandates = mandates;
        this.roles = roles;
        this.lease = new Lease(databases, "recruiter-roles", LEASE, clock);
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${agora.jobs.recruiter-roles:20s}",
            initialDelayString = "${agora.jobs.recruiter-roles:20s}")
    void sweep() {
        if (!lease.hold()) {
            return;
        }
        for (RecruiterMandate over : mandates.over(LocalDate.now(clock), BATCH)) {
            over.expire(clock);
            saved(over);
        }
        List<RecruiterMandate> waiting = mandates.toTell(clock.instant(), BATCH);
        for (RecruiterMandate mandate : waiting) {
            now(mandate);
        }
    }

    /** Tells what is owed, now if it can be: a failure is never the decision's. */
    RecruiterMandate now(RecruiterMandate mandate) {
        String account = mandate.roleAccount();
        if (account == null) {
            return mandate;
        }
        try {
            switch (mandate.role()) {
                case TO_GRANT -> roles.give(account);
                case TO_REMOVE -> {
                    // a newer mandate of the same person still carries the role
                    if (mandates.of(account).stream().noneMatch(RoleTelling::carriesRole)) {
                        roles.takeBack(account);
                    }
                }
                case NONE, GRANTED, REMOVED -> {
                    return mandate;
                }
            }
            mandate.told(clock);
        } catch (IdentityUnavailable later) {
            mandate.tryLater(clock);
            log.warn(
                    "A role waits for the identity server mandate={} owed={} cause=\"{}\"",
                    mandate.id(),
                    mandate.role(),
                    later.getMessage());
        }
        return saved(mandate);
    }

    private static boolean carriesRole(RecruiterMandate mandate) {
        return mandate.state() == RecruiterMandateState.GRANTED && mandate.kind() == RecruiterMandateKind.RECRUITER;
    }

    private RecruiterMandate saved(RecruiterMandate mandate) {
        try {
            return mandates.save(mandate);
        } catch (OptimisticLockingFailureException meanwhile) {
            // what is owed is read again by the next sweep
            log.debug("A mandate changed while its role was told, next time id={}", mandate.id());
            return mandate;
        }
    }
}
