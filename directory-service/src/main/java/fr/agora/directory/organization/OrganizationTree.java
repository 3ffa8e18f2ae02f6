package fr.agora.directory.organization;

import fr.agora.directory.lifecycle.DirectoryProblem;
import fr.agora.platform.web.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Walks up the tree, one query a level. */
@Component
class OrganizationTree {

    /** Deeper than any real organisation chart; bounds the walk. */
    private static final int DEEPEST = 16;

    private final Organizations organizations;

    OrganizationTree(Organizations organizations) {
        this.organizations = organizations;
    }

    /**
     * @param id the organisation that will stand there
     * @throws ProblemException {@code cycle} if it stands above itself
     */
    OrganizationPlace place(String id, List<String> parentIds) {
        Map<String, Organization> direct = organizations.byIds(parentIds);
        List<OrganizationRef> parents = parentIds.stream()
                // a parent not yet imported is named by its id until it arrives
                .map(parent -> direct.containsKey(parent)
                        ? direct.get(parent).ref()
                        : new OrganizationRef(parent, parent, null))
                .toList();
        Set<Ministry> ministries = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Set<String> level = new LinkedHashSet<>(parentIds);
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (level.contains(id) || depth > DEEPEST) {
                throw new ProblemException(DirectoryProblem.CYCLE);
            }
            seen.addAll(level);
            Set<String> above = new LinkedHashSet<>();
            for (Organization organization :
                    organizations.byIds(new ArrayList<>(level)).values()) {
                if (organization.kind() == OrganizationKind.MINISTRY) {
                    ministries.add(new Ministry(organization.id(), organization.name()));
                } else {
                    above.addAll(organization.parentIds());
                }
            }
            above.removeIf(each -> seen.contains(each) && !each.equals(id));
            level = above;
        }
        return new OrganizationPlace(parents, List.copyOf(ministries));
    }
}
