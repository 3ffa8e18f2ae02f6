package fr.agora.directory.mandate;

import fr.agora.directory.member.MemberNetworks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Does what follows from a mandate's dates and state: ends a predecessor, lets the holder into their network and out
 * again, announces the end, ends what is over. Each step may be done twice, and the mandate is saved last: whoever is
 * stopped in the middle, or meets another instance, leaves the rest to the next sweep.
 */
@Service
class MandateSettling {

    /** Days before the end at which it is announced. */
    static final List<Integer> ANNOUNCED = List.of(30, 15, 1);

    private static final Logger log = LoggerFactory.getLogger(MandateSettling.class);

    private final Mandates mandates;
    private final MemberNetworks networks;
    private final EndingNotices notices;
    private final Clock clock;

    MandateSettling(Mandates mandates, MemberNetworks networks, EndingNotices notices, Clock clock) {
        this.mandates = mandates;
        this.networks = networks;
        this.notices = notices;
        this.clock = clock;
    }

    /** Settles now what can be; what cannot waits for the sweep. */
    Mandate settled(Mandate mandate) {
        try {
            return settle(mandate);
        } catch (OptimisticLockingFailureException meanwhile) {
            log.info("A mandate is settled by the next sweep mandate={}", mandate.id());
            return mandates.find(mandate.id()).orElse(mandate);
        }
    }

    Mandate settle(Mandate mandate) {
        LocalDate today = Term.today(clock);
        endPredecessor(mandate, today);
        if (mandate.standing() != mandate.state(today)) {
            mandate.move(MandateState.ENDED, clock);
            notices.over(mandate);
        }
        if (mandate.standing() == MandateState.PROPOSED) {
            notices.proposed(mandate);
        }
        if (mandate.standing().isOver()) {
            endDelegates(mandate);
        } else {
            announceEnd(mandate, today);
        }
        if (mandate.isInForce(today)) {
            networks.join(mandate.holderId(), mandate.role().network());
        } else {
            leaveIfNoMore(mandate.holderId(), mandate.role(), mandate.id());
        }
        mandate.dueOn(nextDay(mandate, today));
        return mandates.save(mandate);
    }

    /** Only once a successor is in force: a delegate may still refuse. */
    private void endPredecessor(Mandate successor, LocalDate today) {
        @Nullable String id = successor.predecessorId();
        if (id == null || successor.standing() != MandateState.ACTIVE) {
            return;
        }
        Optional<Mandate> found =
                mandates.find(id).filter(each -> !each.standing().isOver());
        LocalDate last = successor.term().start().minusDays(1);
        if (found.isEmpty() || found.get().term().lastDay().equals(last.toString())) {
            return;
        }
        Mandate predecessor = found.get();
        if (!last.isBefore(predecessor.term().start())) {
            predecessor.runs(predecessor.term().until(last));
        }
        if (last.isBefore(today)) {
            predecessor.move(MandateState.ENDED, clock);
        } else {
            predecessor.changed(clock);
        }
        mandates.save(predecessor);
        settle(predecessor);
    }

    private void endDelegates(Mandate mandate) {
        for (Mandate delegate : mandates.delegatedBy(mandate.id())) {
            if (!delegate.standing().isOver()) {
                delegate.move(MandateState.ENDED, clock);
                mandates.save(delegate);
                settle(delegate);
            }
        }
    }

    private void announceEnd(Mandate mandate, LocalDate today) {
        @Nullable LocalDate end = mandate.term().end();
        if (end == null || mandate.standing() == MandateState.PROPOSED) {
            return;
        }
        List<Integer> reached = ANNOUNCED.stream()
                .filter(days -> !end.minusDays(days).isAfter(today) && !mandate.isAnnounced(days))
                .toList();
        if (reached.isEmpty()) {
            return;
        }
        // several at once after a long stop, or a short mandate: one word is enough, the nearest
        notices.ending(mandate, reached.getLast());
        reached.forEach(mandate::announced);
    }

    void leaveIfNoMore(String memberId, MandateRole role) {
        leaveIfNoMore(memberId, role, "");
    }

    private void leaveIfNoMore(String memberId, MandateRole role, String except) {
        LocalDate today = Term.today(clock);
        boolean others = mandates.ofHolder(memberId).stream()
                .anyMatch(each -> !each.id().equals(except)
                        && each.isInForce(today)
                        && each.role().network().equals(role.network()));
        if (!others) {
            networks.leave(memberId, role.network());
        }
    }

    private static @Nullable LocalDate nextDay(Mandate mandate, LocalDate today) {
        if (mandate.standing().isOver()) {
            return null;
        }
        @Nullable LocalDate end = mandate.term().end();
        Stream<LocalDate> ends = end == null
                ? Stream.empty()
                : Stream.concat(Stream.of(end.plusDays(1)), ANNOUNCED.stream().map(end::minusDays));
        return Stream.concat(Stream.of(mandate.term().start()), ends)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
