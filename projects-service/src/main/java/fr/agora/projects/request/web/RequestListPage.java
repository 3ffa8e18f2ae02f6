package fr.agora.projects.request.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests that concern the reader.
 *
 * @param next address of the page after
 * @param first address of the first page, where this is a later one
 */
public record RequestListPage(
        List<RequestPage> requests,
        @Nullable String next,
        @Nullable String first) {}
