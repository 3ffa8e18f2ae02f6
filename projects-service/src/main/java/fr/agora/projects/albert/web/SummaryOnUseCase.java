package fr.agora.projects.albert.web;

import fr.agora.projects.albert.Summary;
import org.jspecify.annotations.Nullable;

/**
 * The summary on the page of its use case.
 *
 * @param ask where an editor asks for one; absent for other readers, and where it cannot be asked
 */
public record SummaryOnUseCase(
        @Nullable Summary summary, @Nullable String ask) {}
