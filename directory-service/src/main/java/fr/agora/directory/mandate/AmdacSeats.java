package fr.agora.directory.mandate;

import fr.agora.directory.organization.Ministry;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps two AMDACs from having one ministry at the same time, even when they are appointed at the same moment. */
@Component
class AmdacSeats {

    private static final int MOST_ATTEMPTS = 50;
    private static final Duration BEING_STORED = Duration.ofMinutes(1);

    private final MongoTemplate store;
    private final Mandates mandates;
    private final Clock clock;

    AmdacSeats(MongoTemplate store, Mandates mandates, Clock clock) {
        this.store = store;
        this.mandates = mandates;
        this.clock = clock;
    }

    /**
     * Takes the seats of all ministries, or of none.
     *
     * @throws ProblemException {@code overlapping-amdac}
     */
    void take(List<Ministry> ministries, String mandateId, Term term) {
        change(ministries, mandateId, term, seat -> {});
    }

    /** Takes the seats over from a predecessor, whose own time ends the day before. */
    void takeOver(List<Ministry> ministries, Mandate predecessor, Term rest, String mandateId, Term term) {
        change(ministries, mandateId, term, seat -> {
            if (rest.lastDay().compareTo(rest.startsOn()) < 0) {
                seat.leave(predecessor.id());
            } else {
                seat.take(predecessor.id(), rest, clock.instant());
            }
        });
    }

    private void change(List<Ministry> ministries, String mandateId, Term term, Consumer<AmdacSeat> first) {
        List<Ministry> done = new ArrayList<>();
        for (Ministry ministry : ministries) {
            if (!update(ministry.id(), seat -> takeIn(seat, mandateId, term, first))) {
                leave(done, mandateId);
                throw new ProblemException(MandateProblem.OVERLAPPING_AMDAC, ministry.name());
            }
            done.add(ministry);
        }
    }

    private boolean takeIn(AmdacSeat seat, String mandateId, Term term, Consumer<AmdacSeat> first) {
        first.accept(seat);
        if (seat.conflict(mandateId, term).isPresent()) {
            tidy(seat);
            first.accept(seat);
        }
        if (seat.conflict(mandateId, term).isPresent()) {
            return false;
        }
        seat.take(mandateId, term, clock.instant());
        return true;
    }

    void leave(List<Ministry> ministries, String mandateId) {
        ministries.forEach(ministry -> update(ministry.id(), seat -> {
            seat.leave(mandateId);
            return true;
        }));
    }

    /** What the mandates themselves say: one that ended or never came to be stored holds nothing. */
    private void tidy(AmdacSeat seat) {
        Map<String, Mandate> stored = new HashMap<>();
        mandates.byIds(seat.taken().stream().map(AmdacSeat.Taken::mandateId).toList())
                .forEach(each -> stored.put(each.id(), each));
        Instant settled = clock.instant().minus(BEING_STORED);
        for (AmdacSeat.Taken taken : seat.taken()) {
            @Nullable Mandate mandate = stored.get(taken.mandateId());
            if (mandate == null
                    ? taken.at().isBefore(settled)
                    : mandate.standing().isOver()) {
                seat.leave(taken.mandateId());
            } else if (mandate != null && taken.at().isBefore(settled)) {
                seat.take(taken.mandateId(), mandate.term(), taken.at());
            }
        }
    }

    private boolean update(String ministry, java.util.function.Predicate<AmdacSeat> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            AmdacSeat found = store.findById(ministry, AmdacSeat.class);
            AmdacSeat seat = found == null ? new AmdacSeat(ministry) : found;
            if (!change.test(seat)) {
                return false;
            }
            try {
                store.save(seat);
                return true;
            } catch (OptimisticLockingFailureException | DuplicateKeyException another) {
                // somebody else sat down meanwhile: look again who that is
            }
        }
        throw new ProblemException(CommonProblem.EDIT_CONFLICT);
    }
}
