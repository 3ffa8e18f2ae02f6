package fr.agora.projects.usecase.web;

import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of published use cases with its filters.
 *
 * @param filters what is chosen now
 * @param next address of the page after
 * @param first address of the first page, where this is a later one
 */
public record UseCaseListPage(
        List<UseCaseCard> useCases,
        Form filters,
        boolean filtered,
        List<Choice> phases,
        List<Choice> themes,
        List<Choice> verdicts,
        @Nullable String next,
        @Nullable String first) {}
