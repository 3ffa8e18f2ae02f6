package fr.agora.directory.lifecycle;

import fr.agora.platform.security.CurrentUser;
import java.util.List;
import java.util.Optional;

/** Who may read a published item, from its owner alone to anyone. */
public enum Visibility {
    ME,
    NETWORK,
    AGENTS,
    PUBLIC;

    /** What a reader may see of other people's items whatever the networks; see {@link Reader} for those. */
    public static List<Visibility> readableBy(Optional<CurrentUser> reader) {
        return reader.isPresent() ? List.of(AGENTS, PUBLIC) : List.of(PUBLIC);
    }
}
