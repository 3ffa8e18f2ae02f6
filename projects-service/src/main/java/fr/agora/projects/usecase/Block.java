package fr.agora.projects.usecase;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A brick: a part of a use case that others may take without the rest.
 *
 * @param licence SPDX expression, in the spelling of the list
 * @param maintainer who looks after it, where that is not simply who carries the use case
 * @param documentation address of its documentation
 * @param repository address of its code
 * @param dependsOn identifiers of the bricks it needs, of this use case or of another
 */
public record Block(
        String id,
        String name,
        BlockKind kind,
        @Nullable String summary,
        @Nullable String licence,
        BlockAccess access,
        @Nullable Maintainer maintainer,
        @Nullable String documentation,
        @Nullable String repository,
        List<String> dependsOn) {

    /** An organisation that looks after a brick, with the name it had when that was written. */
    public record Maintainer(String id, String name) {}

    public Block {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A brick has a name: " + id);
        }
        // absent in what was stored before bricks knew one another
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    }

    /** A brick that needs no other and says no more of itself. */
    public static Block plain(
            String id,
            String name,
            BlockKind kind,
            @Nullable String summary,
            @Nullable String licence,
            BlockAccess access) {
        return new Block(id, name, kind, summary, licence, access, null, null, null, List.of());
    }

    Block dependingOn(List<String> others) {
        return new Block(id, name, kind, summary, licence, access, maintainer, documentation, repository, others);
    }

    /** The same brick where ids are others. */
    Block known(Map<String, String> ids) {
        return new Block(
                ids.getOrDefault(id, id),
                name,
                kind,
                summary,
                licence,
                access,
                maintainer,
                documentation,
                repository,
                dependsOn.stream().map(other -> ids.getOrDefault(other, other)).toList());
    }

    public String url() {
        return "/briques/" + id;
    }
}
