package fr.agora.projects.funding.web;

import fr.agora.projects.funding.FundingGrant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grants on the page of their use case.
 *
 * @param record where a moderator records one; absent for other readers
 */
public record GrantsOnUseCase(
        List<FundingGrant> given, @Nullable String record) {}
