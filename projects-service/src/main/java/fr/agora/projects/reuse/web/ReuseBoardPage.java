package fr.agora.projects.reuse.web;

import fr.agora.platform.ui.Page;
import fr.agora.projects.reuse.ReuseGraph;
import java.util.List;

/**
 * The public board.
 *
 * @param rows the graph again, as a table: an organisation, what it took
 * @param vouches whether the reader has something to confirm, now or later
 */
public record ReuseBoardPage(
        GraphDrawing drawing, List<Row> rows, boolean shortened, ReuseListPage list, boolean vouches) {

    /** One line of the graph. */
    public record Row(String organization, String organizationUrl, String thing, String thingUrl) {}

    static ReuseBoardPage of(ReuseGraph graph, ReuseListPage list, boolean vouches, Page page) {
        List<Row> rows = graph.links().stream()
                .map(link -> {
                    var organization = graph.organizations().get(link.organization());
                    var thing = graph.things().get(link.thing());
                    return new Row(organization.name(), page.href(organization.url()), thing.name(), thing.url());
                })
                .toList();
        return new ReuseBoardPage(GraphDrawing.of(graph), rows, graph.shortened(), list, vouches);
    }
}
