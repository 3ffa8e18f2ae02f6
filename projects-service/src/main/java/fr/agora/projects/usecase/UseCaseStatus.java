package fr.agora.projects.usecase;

/** Where a use case stands in its life. */
public enum UseCaseStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
