package fr.agora.projects.reuse;

import fr.agora.projects.copies.Organization;
import fr.agora.projects.usecase.Block;
import fr.agora.projects.usecase.UseCase;
import java.util.List;
import java.util.Optional;

/**
 * A reuse with the two it joins.
 *
 * @param organization the one that reuses; its name is its id until the directory tells of it
 */
public record ReuseSeen(Reuse reuse, Organization organization, UseCase useCase) {

    /** The bricks taken that are still there; none where the whole is reused. */
    public List<Block> blocks() {
        return reuse.declaration().blockIds().stream()
                .map(useCase::block)
                .flatMap(Optional::stream)
                .toList();
    }
}
