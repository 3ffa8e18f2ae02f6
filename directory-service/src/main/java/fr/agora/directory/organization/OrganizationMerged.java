package fr.agora.directory.organization;

/**
 * An organisation was taken over by another: whoever names it names the other from now on. Told again after a crash,
 * until no listener fails.
 *
 * @param from identifier of the tombstone
 */
public record OrganizationMerged(String from, Organization into) {}
