package fr.agora.directory.coverage;

import fr.agora.directory.organization.Organization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An organisation in the tree of its ministry.
 *
 * @param below those that hang on it, by name
 */
public record CoverageNode(CoverageRow row, List<CoverageNode> below) {

    /** Hangs each under the nearest of those above it that is there too. */
    static List<CoverageNode> hang(List<Organization> organizations, List<CoverageRow> rows) {
        Map<String, CoverageNode> nodes = new LinkedHashMap<>();
        rows.forEach(row -> nodes.put(row.organization().id(), new CoverageNode(row, new ArrayList<>())));
        List<CoverageNode> roots = new ArrayList<>();
        for (Organization organization : organizations) {
            CoverageNode node = nodes.get(organization.id());
            Optional<CoverageNode> above = organization.ancestorIds().stream()
                    .filter(nodes::containsKey)
                    .map(nodes::get)
                    .findFirst();
            above.map(CoverageNode::below).orElse(roots).add(node);
        }
        return roots;
    }
}
