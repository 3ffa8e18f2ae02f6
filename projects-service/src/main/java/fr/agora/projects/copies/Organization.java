package fr.agora.projects.copies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the directory last told it.
 *
 * @param parentIds those it hangs below, several at times
 * @param kind in the directory's words: {@code MINISTRY}, {@code OPERATOR}, {@code LOCAL_AUTHORITY}
 */
public record Organization(
        String id,
        String name,
        @Nullable String acronym,
        List<Ministry> ministries,
        List<String> parentIds,
        @Nullable String kind) {

    public Organization {
        // a tolerant reader: the fact may come from a later version of its owner
        ministries = ministries == null ? List.of() : List.copyOf(ministries);
        parentIds = parentIds == null ? List.of() : List.copyOf(parentIds);
    }

    /** One the directory has not told of: its name is its id. */
    public static Organization unheard(String id) {
        return new Organization(id, id, null, List.of(), List.of(), null);
    }

    /** The acronym where there is one: what fits in a list. */
    public String shortName() {
        return acronym == null ? name : acronym;
    }
}
