package fr.agora.directory.mandate;

import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.List;

/**
 * What a mandate is about.
 *
 * @param organizations with all that hangs below them; never empty
 * @param territories where it is valid; none means wherever the organisations are
 * @param topics themes; none means every topic
 */
public record Scope(List<OrganizationRef> organizations, List<Labelled> territories, List<Labelled> topics) {

    public Scope {
        organizations = List.copyOf(organizations);
        territories = List.copyOf(territories);
        topics = List.copyOf(topics);
    }

    public boolean answers(String topic) {
        return topics.isEmpty() || topics.stream().anyMatch(each -> each.code().equals(topic));
    }

    List<String> organizationIds() {
        return organizations.stream().map(OrganizationRef::id).toList();
    }
}
