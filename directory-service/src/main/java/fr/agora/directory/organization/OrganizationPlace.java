package fr.agora.directory.organization;

import java.util.List;

/**
 * Where an organisation stands: its supervising bodies by name, and the ministries at the top of its lines.
 *
 * @param above identifiers of all that stands above, the nearest first
 */
record OrganizationPlace(List<OrganizationRef> parents, List<Ministry> ministries, List<String> above) {}
