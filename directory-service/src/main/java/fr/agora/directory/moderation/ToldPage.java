package fr.agora.directory.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author of an item is told.
 *
 * @param steps every decision with its motive, the first one first
 * @param contest what they said to it, absent where they said nothing
 * @param contestable whether they may still say it
 */
public record ToldPage(
        String id,
        ItemKind kind,
        String title,
        String url,
        Decision last,
        List<CaseView.Line> steps,
        CaseView.@Nullable Line contest,
        boolean contestable) {}
