package fr.agora.directory.organization;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What others say of some organisations has changed: their name, acronym or ministries. */
public record OrganizationsRenamed(List<Organization> organizations) {

    public OrganizationsRenamed {
        organizations = List.copyOf(organizations);
    }

    /** For listeners who look up their own documents once for all. */
    public Map<String, Organization> byId() {
        return organizations.stream().collect(Collectors.toMap(Organization::id, Function.identity()));
    }
}
