package fr.agora.projects.copies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organisation as the directory last told it. */
public record Organization(String id, String name, @Nullable String acronym, List<Ministry> ministries) {

    public Organization {
        // a tolerant reader: the fact may come from a later version of its owner
        ministries = ministries == null ? List.of() : List.copyOf(ministries);
    }
}
