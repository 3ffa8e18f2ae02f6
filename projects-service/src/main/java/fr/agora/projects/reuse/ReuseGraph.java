package fr.agora.projects.reuse;

import fr.agora.projects.copies.Organization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who reuses what: organisations on one side, bricks and whole use cases on the other, the most reused first.
 *
 * @param shortened whether there is more than is shown
 */
public record ReuseGraph(List<Node> organizations, List<Node> things, List<Link> links, boolean shortened) {

    /** More would be a picture nobody reads. */
    static final int MOST_THINGS = 14;

    static final int MOST_ORGANIZATIONS = 14;

    /** @param links how many lines meet here */
    public record Node(String id, String name, String url, int links) {}

    /**
     * One line.
     *
     * @param organization place in {@code organizations}
     * @param thing place in {@code things}
     */
    public record Link(int organization, int thing) {}

    private record Pair(Node organization, Node thing) {}

    static ReuseGraph of(List<ReuseSeen> reuses) {
        List<Pair> pairs = reuses.stream().flatMap(each -> pairs(each).stream()).toList();
        List<Node> things = ranked(pairs.stream().map(Pair::thing).toList());
        List<Node> shownThings = things.subList(0, Math.min(things.size(), MOST_THINGS));
        Set<String> thingIds = ids(shownThings);
        List<Node> organizations = ranked(pairs.stream()
                .filter(each -> thingIds.contains(each.thing().id()))
                .map(Pair::organization)
                .toList());
        List<Node> shown = organizations.subList(0, Math.min(organizations.size(), MOST_ORGANIZATIONS));
        Set<Link> links = new HashSet<>();
        for (Pair pair : pairs) {
            int organization = place(shown, pair.organization());
            int thing = place(shownThings, pair.thing());
            if (organization >= 0 && thing >= 0) {
                links.add(new Link(organization, thing));
            }
        }
        // what only those left out have taken would stand there alone
        List<Node> taken = new ArrayList<>();
        List<Link> ordered = new ArrayList<>();
        for (int thing = 0; thing < shownThings.size(); thing++) {
            int old = thing;
            List<Link> its = links.stream().filter(link -> link.thing() == old).toList();
            if (!its.isEmpty()) {
                its.forEach(link -> ordered.add(new Link(link.organization(), taken.size())));
                taken.add(shownThings.get(thing));
            }
        }
        ordered.sort(Comparator.comparingInt(Link::organization).thenComparingInt(Link::thing));
        return new ReuseGraph(
                List.copyOf(shown),
                List.copyOf(taken),
                ordered,
                things.size() > taken.size() || organizations.size() > shown.size());
    }

    private static List<Pair> pairs(ReuseSeen seen) {
        Node organization = new Node(
                seen.organization().id(),
                shortest(seen.organization()),
                "/annuaire/organismes/" + seen.organization().id(),
                1);
        if (seen.blocks().isEmpty()) {
            return List.of(new Pair(
                    organization,
                    new Node(
                            seen.useCase().id(),
                            seen.useCase().content().title(),
                            seen.useCase().url(),
                            1)));
        }
        return seen.blocks().stream()
                .map(block -> new Pair(organization, new Node(block.id(), block.name(), block.url(), 1)))
                .toList();
    }

    /** Departments share their acronyms: those of field services are told apart by the end of their names. */
    private static String shortest(Organization organization) {
        if (!"FIELD_SERVICE".equals(organization.kind())) {
            return organization.shortName();
        }
        List<String> words = List.of(organization.name().split(" "));
        if (organization.acronym() == null || words.size() < 3) {
            return organization.name();
        }
        // « du Cantal », « de l’Hérault », but « de la Moselle »
        int place = words.size() - (words.get(words.size() - 2).equalsIgnoreCase("la") ? 3 : 2);
        return organization.acronym() + " " + String.join(" ", words.subList(place, words.size()));
    }

    private static List<Node> ranked(List<Node> all) {
        Map<String, Node> counted = new LinkedHashMap<>();
        all.forEach(each ->
                counted.merge(each.id(), each, (a, b) -> new Node(a.id(), a.name(), a.url(), a.links() + b.links())));
        List<Node> ranked = new ArrayList<>(counted.values());
        ranked.sort(Comparator.comparingInt(Node::links).reversed().thenComparing(Node::name));
        return ranked;
    }

    private static Set<String> ids(List<Node> nodes) {
        Set<String> ids = new HashSet<>();
        nodes.forEach(each -> ids.add(each.id()));
        return ids;
    }

    private static int place(List<Node> nodes, Node wanted) {
        for (int index = 0; index < nodes.size(); index++) {
            if (nodes.get(index).id().equals(wanted.id())) {
                return index;
            }
        }
        return -1;
    }
}
