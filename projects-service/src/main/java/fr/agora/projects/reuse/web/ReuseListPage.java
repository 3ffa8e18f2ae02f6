package fr.agora.projects.reuse.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of reuses.
 *
 * @param next address of the page after
 * @param first address of the first page, where this is a later one
 */
public record ReuseListPage(
        List<ReuseCard> reuses,
        @Nullable String next,
        @Nullable String first) {}
