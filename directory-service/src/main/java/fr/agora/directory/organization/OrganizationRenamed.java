package fr.agora.directory.organization;

/**
 * Something others say of an organisation has changed: its name, acronym or ministries. Told one by one, for listeners
 * with few documents; those with many hear {@link OrganizationsRenamed}.
 */
public record OrganizationRenamed(Organization organization) {}
