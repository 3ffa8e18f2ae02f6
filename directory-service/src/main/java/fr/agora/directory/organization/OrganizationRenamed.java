package fr.agora.directory.organization;

/** Something others say of an organisation has changed: its name, acronym or ministries. */
public record OrganizationRenamed(Organization organization) {}
