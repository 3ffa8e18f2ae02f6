package fr.agora.projects.reuse.web;

import fr.agora.projects.reuse.ReuseGraph;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The graph, placed on a drawing: organisations on the left, bricks and use cases on the right.
 *
 * @param height of the drawing, in its own units
 */
public record GraphDrawing(List<Label> organizations, List<Label> things, List<Line> lines, int height) {

    private static final int ROW = 34;
    private static final int TOP = 40;
    private static final int LEFT = 250;
    private static final int RIGHT = 450;
    private static final int LONGEST = 36;

    /**
     * One name beside its dot.
     *
     * @param y of the dot
     * @param radius grows with the lines that meet there
     */
    public record Label(String text, int y, int radius) {}

    /** @param path in the drawing's own syntax */
    public record Line(String path) {}

    static GraphDrawing of(ReuseGraph graph) {
        int rows = Math.max(graph.organizations().size(), graph.things().size());
        return new GraphDrawing(
                labels(graph.organizations(), rows),
                labels(graph.things(), rows),
                graph.links().stream()
                        .map(link -> line(
                                y(link.organization(), graph.organizations().size(), rows),
                                y(link.thing(), graph.things().size(), rows)))
                        .toList(),
                TOP + rows * ROW);
    }

    private static List<Label> labels(List<ReuseGraph.Node> nodes, int rows) {
        return IntStream.range(0, nodes.size())
                .mapToObj(index -> new Label(
                        shortened(nodes.get(index).name()),
                        y(index, nodes.size(), rows),
                        Math.min(10, 4 + nodes.get(index).links())))
                .toList();
    }

    /** The shorter side is spread over the height of the longer one. */
    private static int y(int index, int size, int rows) {
        return TOP + Math.round((index + 0.5f) * rows * ROW / size);
    }

    private static Line line(int from, int to) {
        int middle = (LEFT + RIGHT) / 2;
        return new Line(String.format(
                Locale.ROOT, "M%d %dC%d %d %d %d %d %d", LEFT, from, middle, from, middle, to, RIGHT, to));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
}
