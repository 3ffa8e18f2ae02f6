package fr.agora.jobs.mandates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mandate of the directory, as it was last told.
 *
 * @param role as in the contract: {@code AMDAC}, {@code RELAY}…
 * @param organization for which it is held
 * @param organizationName what to call that organisation
 * @param endsOn last day; absent while it is open
 * @param holderAccount the account that acts by it, absent while nobody claimed it
 * @param url page of the contact point
 */
public record Mandate(
        String id,
        String role,
        String organization,
        String organizationName,
        boolean active,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String holderAccount,
        String url) {

    /** An open end is in force, not over. */
    public boolean isInForce(LocalDate day) {
        return active && !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn));
    }
}
