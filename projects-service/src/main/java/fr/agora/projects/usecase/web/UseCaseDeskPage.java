package fr.agora.projects.usecase.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own use cases, whatever their state. */
public record UseCaseDeskPage(
        List<UseCaseCard> useCases,
        @Nullable String next,
        @Nullable String first) {}
