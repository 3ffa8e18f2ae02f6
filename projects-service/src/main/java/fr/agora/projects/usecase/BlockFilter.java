package fr.agora.projects.usecase;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.licence.Licences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which bricks a reader wants to see.
 *
 * @param q words of the brick or of its use case
 * @param licence SPDX expression, in any spelling
 * @param theme code of a theme of its use case
 */
public record BlockFilter(
        @Nullable String q,
        @Nullable BlockKind kind,
        @Nullable BlockAccess access,
        @Nullable String licence,
        @Nullable String theme) {

    public static final BlockFilter ALL = new BlockFilter(null, null, null, null, null);
    private static final int LONGEST = 200;

    public BlockFilter {
        q = orAbsent("q", q);
        licence = orAbsent("licence", licence);
        licence = licence == null ? null : Licences.canonical(licence).orElse(licence);
        theme = orAbsent("theme", theme);
    }

    public boolean isEmpty() {
        return equals(ALL);
    }

    boolean takes(Block block) {
        return (kind == null || block.kind() == kind)
                && (access == null || block.access() == access)
                && (licence == null || licence.equals(block.licence()));
    }

    /** Holds for a use case with at least one such brick. */
    Criteria criteria() {
        List<Criteria> wanted = new ArrayList<>();
        if (kind != null) {
            wanted.add(Criteria.where("kind").is(kind));
        }
        if (access != null) {
            wanted.add(Criteria.where("access").is(access));
        }
        if (licence != null) {
            wanted.add(Criteria.where("licence").is(licence));
        }
        return wanted.isEmpty()
                ? Criteria.where("content.blocks.0").exists(true)
                : Criteria.where("content.blocks").elemMatch(new Criteria().andOperator(wanted));
    }

    private static @Nullable String orAbsent(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, name);
        }
        return value.strip();
    }
}
