package fr.agora.directory.identity;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account as Keycloak keeps it. Holds personal data: it is never logged, and leaves only towards the administration
 * it came from.
 *
 * @param organization identifier of the organisation it belongs to, absent for people outside
 */
public record Account(
        String id,
        String userName,
        @Nullable String givenName,
        @Nullable String familyName,
        boolean active,
        @Nullable String organization,
        @Nullable Instant created) {

    boolean belongsTo(String other) {
        return Objects.equals(organization, other);
    }

    /** Never the names: a record's own text would put them into logs. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
