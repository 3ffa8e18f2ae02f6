package fr.agora.projects.usecase;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bricks reached from those of one use case, read level by level: one query each, so many at most. */
final class BrickGraph {

    private static final int MOST_LEVELS = 30;
    private static final int MOST_BRICKS = 1_000;
    private static final String HIDDEN = "…";

    private final UseCases useCases;
    private final Map<String, Node> nodes = new HashMap<>();

    BrickGraph(UseCases useCases) {
        this.useCases = useCases;
    }

    private record Node(String name, List<String> dependsOn) {}

    /**
     * A circle.
     *
     * @param index of the brick it was found from
     * @param names from a brick back to itself
     */
    record Circle(int index, List<String> names) {}

    /** A circle that these bricks would be part of, if there is one. */
    Optional<Circle> circle(List<Block> written) {
        written.forEach(block -> nodes.put(block.id(), new Node(block.name(), block.dependsOn())));
        load(unknown());
        for (int index = 0; index < written.size(); index++) {
            List<String> path = back(written.get(index).id());
            if (!path.isEmpty()) {
                return Optional.of(
                        new Circle(index, path.stream().map(this::name).toList()));
            }
        }
        return Optional.empty();
    }

    private void load(Set<String> wanted) {
        Set<String> missing = wanted;
        for (int level = 0; level < MOST_LEVELS && !missing.isEmpty() && nodes.size() < MOST_BRICKS; level++) {
            for (UseCase useCase : useCases.withAnyBlock(missing)) {
                boolean shown = useCase.isPublished();
                for (Block block : useCase.content().blocks()) {
                    // what is being written stands for itself
                    nodes.putIfAbsent(block.id(), new Node(shown ? block.name() : HIDDEN, block.dependsOn()));
                }
            }
            // gone since: a way that ends
            missing.forEach(id -> nodes.putIfAbsent(id, new Node(HIDDEN, List.of())));
            missing = unknown();
        }
    }

    private Set<String> unknown() {
        Set<String> unknown = new HashSet<>();
        nodes.values()
                .forEach(node -> node.dependsOn().forEach(id -> {
                    if (!nodes.containsKey(id)) {
                        unknown.add(id);
                    }
                }));
        return unknown;
    }

    /** The shortest way from a brick to itself; empty where there is none. */
    private List<String> back(String start) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            String at = next.remove();
            Node node = nodes.get(at);
            for (String id : node == null ? List.<String>of() : node.dependsOn()) {
                if (id.equals(start)) {
                    return path(start, at, cameFrom);
                }
                if (cameFrom.putIfAbsent(id, at) == null) {
                    next.add(id);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(String start, String last, Map<String, String> cameFrom) {
        List<String> path = new ArrayList<>(List.of(start));
        for (String at = last; !at.equals(start); at = String.valueOf(cameFrom.get(at))) {
            path.add(1, at);
        }
        path.add(start);
        return path;
    }

    private String name(String id) {
        Node node = nodes.get(id);
        return node == null ? HIDDEN : node.name();
    }
}
