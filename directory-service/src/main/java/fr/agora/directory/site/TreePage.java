package fr.agora.directory.site;

import fr.agora.directory.organization.Organization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One branch of the tree: the way down to it, and what stands directly below.
 *
 * @param path from the top to the body opened; empty at the top
 * @param below how many stand below each of the level
 */
public record TreePage(
        List<Organization> path,
        List<Organization> level,
        Map<String, Long> below,
        @Nullable String next,
        boolean further) {

    public long below(Organization organization) {
        return below.getOrDefault(organization.id(), 0L);
    }
}
