package fr.agora.directory.mandate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The seat of a ministry's AMDAC and who has it when. One document per ministry, so that two appointments made at once
 * meet in it and one of them loses.
 */
@Document("amdac_seats")
class AmdacSeat {

    /** @param at when it was taken: a mandate not yet stored is given time to be */
    record Taken(String mandateId, Term term, Instant at) {}

    @Id
    private final String ministry;

    @Version
    private @Nullable Long lock;

    private List<Taken> taken = List.of();

    AmdacSeat(String ministry) {
        this.ministry = ministry;
    }

    Optional<Taken> conflict(String mandateId, Term term) {
        return taken.stream()
                .filter(each ->
                        !each.mandateId().equals(mandateId) && each.term().overlaps(term))
                .findFirst();
    }

    void take(String mandateId, Term term, Instant at) {
        leave(mandateId);
        List<Taken> all = new ArrayList<>(taken);
        all.add(new Taken(mandateId, term, at));
        taken = all;
    }

    void leave(String mandateId) {
        taken = taken.stream()
                .filter(each -> !each.mandateId().equals(mandateId))
                .toList();
    }

    List<Taken> taken() {
        return taken;
    }
}
