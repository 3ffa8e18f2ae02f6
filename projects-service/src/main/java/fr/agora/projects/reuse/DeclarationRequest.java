package fr.agora.projects.reuse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as a client or a form writes it.
 *
 * @param useCase id or slug of the use case reused
 * @param blocks ids of the bricks reused; none means the whole
 * @param since first day, as {@code 2026-09-30}
 */
public record DeclarationRequest(
        @Nullable String useCase,
        @Nullable List<String> blocks,
        @Nullable String since,
        @Nullable String context,
        @Nullable String contact) {}
