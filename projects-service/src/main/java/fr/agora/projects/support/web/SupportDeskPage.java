package fr.agora.projects.support.web;

import fr.agora.projects.support.SupportState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files one answers for.
 *
 * @param everything whether it is Etalab's desk, which sees all and filters by state
 */
public record SupportDeskPage(
        List<SupportCard> files,
        boolean everything,
        @Nullable SupportState state,
        @Nullable String next,
        @Nullable String first) {}
