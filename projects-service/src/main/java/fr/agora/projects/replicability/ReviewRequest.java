package fr.agora.projects.replicability;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A review as a client or a form writes it.
 *
 * @param scores by criterion, each of the ten
 * @param summary what to know before doing the same
 */
public record ReviewRequest(
        @Nullable Map<Criterion, Judged> scores, @Nullable String summary) {

    /** Points 0 to 2, with what was seen. */
    public record Judged(@Nullable Integer points, @Nullable String evidence) {}
}
