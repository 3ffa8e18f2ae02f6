package fr.agora.projects.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client or a form writes it.
 *
 * @param useCase id or slug of what is asked for
 * @param blocks ids of the bricks; none means the whole
 * @param text what one would like to do with it
 */
public record Asking(
        @Nullable String useCase,
        @Nullable List<String> blocks,
        @Nullable String text) {}
