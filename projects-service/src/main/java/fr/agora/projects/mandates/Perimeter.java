package fr.agora.projects.mandates;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * What somebody answers for.
 *
 * @param organizations with all that hangs below them
 * @param ministries with all that answers to them
 */
public record Perimeter(Set<String> organizations, Set<String> ministries) {

    public Perimeter {
        organizations = Set.copyOf(organizations);
        ministries = Set.copyOf(ministries);
    }

    public boolean isEmpty() {
        return organizations.isEmpty() && ministries.isEmpty();
    }

    /** Whether it holds an organisation of that lineage and those ministries. */
    public boolean covers(Collection<String> lineage, Collection<String> answersTo) {
        return !Collections.disjoint(organizations, lineage) || !Collections.disjoint(ministries, answersTo);
    }
}
