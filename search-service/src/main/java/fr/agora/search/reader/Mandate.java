package fr.agora.search.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is kept of a mandate; a tombstone has none but its id and revision.
 *
 * @param role for those told in the first version of the fact, which does not say the networks
 * @param networks by code, as the second version says them; absent where only the first was heard
 * @param startsOn first day, as written: days compare as texts
 * @param endsOn last day; an open end is in force
 */
@Document(Mandate.COLLECTION)
record Mandate(
        @Id String id,
        @Indexed @Nullable String accountId,
        @Nullable String role,
        @Nullable List<String> networks,
        boolean active,
        @Nullable String startsOn,
        @Nullable String endsOn,
        long revision) {

    static final String COLLECTION = "mandates_copy";

    List<String> opened() {
        return networks != null ? networks : NetworksByRole.of(role);
    }

    boolean isInForce(String today) {
        return active
                && startsOn != null
                && startsOn.compareTo(today) <= 0
                && (endsOn == null || endsOn.compareTo(today) >= 0);
    }
}
