package fr.agora.projects.copies;

/** Something was told of an organisation, perhaps nothing new. */
public record OrganizationHeard(String id) {}
