package fr.agora.directory.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue, or what was decided.
 *
 * @param next address of the page after
 * @param further whether this is not the first page
 */
public record QueuePage(
        boolean open, List<CaseView> cases, @Nullable String next, boolean further) {}
