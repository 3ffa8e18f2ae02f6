package fr.agora.projects.reuse;

import java.time.LocalDate;
import java.util.List;

/**
 * What a reusing organisation says of its reuse.
 *
 * @param blockIds the bricks taken; none means the whole use case
 * @param since first day of the reuse
 * @param context what for, and what came of it
 * @param contact a team or a function, never a person's address
 */
public record Declaration(List<String> blockIds, LocalDate since, String context, String contact) {

    public Declaration {
        blockIds = List.copyOf(blockIds);
    }

    /** Whether everything is reused, or chosen bricks only. */
    public boolean isWhole() {
        return blockIds.isEmpty();
    }
}
