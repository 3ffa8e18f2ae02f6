package fr.agora.jobs.copies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the directory last told it.
 *
 * @param kind {@code DATALAB}, {@code MINISTRY}… as in the contracts
 */
public record Organization(
        String id,
        String name,
        @Nullable String acronym,
        @Nullable String kind,
        List<Ministry> ministries) {

    public Organization {
        // a tolerant reader: the fact may come from a later version of its owner
        ministries = ministries == null ? List.of() : List.copyOf(ministries);
    }
}
