package fr.agora.directory.cohort;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One consent in its time.
 *
 * @param withdrawnAt absent while it stands
 */
public record Consent(
        ConsentKind kind, Instant since, @Nullable Instant withdrawnAt) {

    public boolean stands() {
        return withdrawnAt == null;
    }

    Consent withdrawn(Instant at) {
        return new Consent(kind, since, at);
    }
}
