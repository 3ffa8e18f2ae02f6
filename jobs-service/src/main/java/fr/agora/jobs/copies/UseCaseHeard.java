package fr.agora.jobs.copies;

/** Something was told of a use case, perhaps nothing new. */
public record UseCaseHeard(String id) {}
