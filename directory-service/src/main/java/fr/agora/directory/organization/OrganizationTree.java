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
        return climb(id, parentIds, direct, parents);
    }

    /** Whether an organisation stands below another, at any depth. */
    boolean isBelow(Organization organization, String other) {
        Set<String> seen = new HashSet<>();
        Set<String> level = new LinkedHashSet<>(organization.parentIds());
        for (int depth = 0; !level.isEmpty() && depth <= DEEPEST; depth++) {
            if (level.contains(other)) {
                return true;
            }
            seen.addAll(level);
            Set<String> above = new LinkedHashSet<>();
            organizations.byIds(new ArrayList<>(level)).values().forEach(each -> above.addAll(each.parentIds()));
            above.removeAll(seen);
            level = above;
        }
        return false;
    }

    /** Whether an organisation below a parent would stand above itself. */
    boolean leadsBack(String id, String parent) {
        return parent.equals(id)
                || organizations
                        .find(parent)
                        .filter(above -> isBelow(above, id))
                        .isPresent();
    }

    /** The parents meant: a body that merged into another is the other. */
    List<String> surviving(List<String> parentIds) {
        Map<String, Organization> known = organizations.byIds(parentIds);
        return parentIds.stream()
                .map(parent -> known.containsKey(parent) && known.get(parent).mergedInto() != null
                        ? organizations.surviving(parent).map(Organization::id).orElse(parent)
                        : parent)
                .distinct()
                .toList();
    }

    private OrganizationPlace climb(
            String id, List<String> parentIds, Map<String, Organization> direct, List<OrganizationRef> parents) {
        Set<Ministry> ministries = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        // a ministry ends the search for ministries, not the search for a cycle
        Set<String> belowMinistry = new HashSet<>(parentIds);
        Set<String> level = new LinkedHashSet<>(parentIds);
        Map<String, Organization> found = direct;
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (level.contains(id) || depth > DEEPEST) {
                throw new ProblemException(DirectoryProblem.CYCLE);
            }
            seen.addAll(level);
            Set<String> above = new LinkedHashSet<>();
            for (Organization organization : found.values()) {
                boolean counts = belowMinistry.contains(organization.id());
                if (counts && organization.kind() == OrganizationKind.MINISTRY) {
                    ministries.add(new Ministry(organization.id(), organization.name()));
                } else if (counts) {
                    belowMinistry.addAll(organization.parentIds());
                }
                above.addAll(organization.parentIds());
            }
            above.removeIf(each -> seen.contains(each) && !each.equals(id));
            level = above;
            found = organizations.byIds(new ArrayList<>(level));
        }
        return new OrganizationPlace(parents, List.copyOf(ministries), List.copyOf(seen));
    }
}
