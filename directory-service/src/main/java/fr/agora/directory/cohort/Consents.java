package fr.agora.directory.cohort;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All consents somebody gave and took back, oldest first: a date is never rewritten.
 *
 * @param history at most {@value #MOST}; beyond, the oldest withdrawn ones are forgotten
 */
public record Consents(List<Consent> history) {

    private static final int MOST = 100;

    public Consents {
        history = history == null ? List.of() : List.copyOf(history);
    }

    public static Consents none() {
        return new Consents(List.of());
    }

    public Optional<Consent> standing(ConsentKind kind) {
        return history.stream()
                .filter(consent -> consent.kind() == kind && consent.stands())
                .findFirst();
    }

    public boolean anyStands() {
        return history.stream().anyMatch(Consent::stands);
    }

    public boolean everAnswered(ConsentKind kind) {
        return history.stream().anyMatch(consent -> consent.kind() == kind);
    }

    /** The same answer again keeps the date of the first. */
    public Consents answered(ConsentKind kind, boolean yes, Instant at) {
        if (standing(kind).isPresent() == yes) {
            return this;
        }
        List<Consent> all = new ArrayList<>();
        for (Consent consent : history) {
            all.add(consent.kind() == kind && consent.stands() ? consent.withdrawn(at) : consent);
        }
        if (yes) {
            all.add(new Consent(kind, at, null));
        }
        return new Consents(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
