package fr.agora.acceptance;

import fr.agora.acceptance.Described.Operation;
import fr.agora.acceptance.LeakCorpus.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Every address there is to read, of what is hidden too: the services' operations, and the pages of the architecture. */
final class LeakWalk {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern VARIABLE = Pattern.compile("([^/{]+)/\\{([^}]+)}");
    private static final Map<String, String> ALIASES =
            Map.of("membres", "members", "briques", "blocks", "offres", "offers", "financement", "cas-usage");
    private static final Map<String, String> KINDS =
            Map.of("members", "member", "use-cases", "use-case", "blocks", "block", "offers", "offer");
    private static final Map<String, String> KNOWN = Map.of(
            "ministry",
            "min-transition-ecologique",
            "networks",
            "alliance",
            "reseaux",
            "alliance",
            "themes",
            "sante",
            "territories",
            "DEP-07",
            "organizations",
            "ddt-ardeche",
            "organismes",
            "ddt-ardeche",
            "coverage",
            "min-transition-ecologique",
            "couverture",
            "min-transition-ecologique");
    private static final Map<String, String> SAMPLES =
            Map.of("size", "100", "organization", "ddt-ardeche", "desk", "true", "skill", "python", "title", "Aa");

    private final List<Operation> operations;
    private final List<String> pages;
    private final List<Item> items;

    LeakWalk(Described described, List<Item> items, Path architecture) throws IOException {
        this.operations = described.operations();
        this.items = items;
        this.pages = pages(Files.readString(architecture));
    }

    /** The pages that the architecture lists; a « … » stands for what went before it. */
    private static List<String> pages(String architecture) {
        String section = architecture.split("### Pages\n", 2)[1].split("\n#", 2)[0];
        Set<String> pages = new TreeSet<>();
        String before = "";
        for (Matcher code = CODE.matcher(section); code.find(); ) {
            String page = code.group(1).split("\\?")[0];
            if (page.startsWith("…/")) {
                String stem = before.endsWith("}") ? before : before.replaceAll("/[^/]*$", "");
                page = stem + page.substring(1);
            } else if (page.startsWith("/")) {
                before = page;
            }
            if (page.startsWith("/") && !page.contains("*") && !page.startsWith("/deconnexion")) {
                pages.add(page);
            }
        }
        return List.copyOf(pages);
    }

    /** What can be read, everything hidden asked for by its identifier. */
    Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>();
        for (Operation operation : operations) {
            if (operation.method().equals("GET")) {
                for (String path : filled(operation.path())) {
                    addresses.addAll(asked(operation, path));
                }
            }
        }
        pages.forEach(page -> addresses.addAll(filled(page)));
        for (Item item : items) {
            if (KINDS.containsKey(item.kind())) {
                addresses.addAll(neighbours(item.kind(), item.id()));
            }
        }
        addresses.addAll(List.of(
                "/offres/flux.atom",
                "/offres/sitemap.xml",
                "/recherche/flux.atom",
                "/recherche?kind=member",
                "/recherche?kind=offer",
                "/recherche?kind=use-case",
                "/recherche?kind=block",
                "/robots.txt",
                "/sitemap.xml"));
        return addresses;
    }

    private static List<String> neighbours(String kind, String id) {
        return List.of(
                "/api/search/neighbours?kind=" + KINDS.get(kind) + "&id=" + id,
                "/recherche/proches/" + KINDS.get(kind) + "/" + id);
    }

    private List<String> filled(String template) {
        Matcher variable = VARIABLE.matcher(template);
        if (!variable.find()) {
            return template.contains("{") ? List.of() : List.of(template);
        }
        String kind = ALIASES.getOrDefault(variable.group(1), variable.group(1));
        List<String> ids = new ArrayList<>(items.stream()
                .filter(item -> item.kind().equals(kind))
                .map(Item::id)
                .toList());
        if (ids.isEmpty()) {
            ids.add(KNOWN.getOrDefault(kind, KNOWN.getOrDefault(variable.group(2), "absent")));
        }
        return ids.stream().map(id -> with(template, id)).toList();
    }

    // what is below something hidden is asked for by a name that nothing has
    private static String with(String template, String id) {
        return template.replaceFirst("\\{[^}]+}", id).replaceAll("\\{[^}]+}", "absent");
    }

    /** As it is, and with each value of each choice it offers. */
    private static List<String> asked(Operation operation, String path) {
        StringBuilder query = new StringBuilder();
        List<String> choices = new ArrayList<>();
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.path("name").asString();
            JsonNode schema = operation.resolved(parameter.path("schema"));
            if (SAMPLES.containsKey(name)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(SAMPLES.get(name));
            }
            schema.path("enum").forEach(value -> choices.add(name + "=" + value.asString()));
        }
        List<String> asked = new ArrayList<>(List.of(path));
        if (!query.isEmpty()) {
            asked.add(path + query);
        }
        choices.forEach(choice -> asked.add(path + (query.isEmpty() ? "?" : query + "&") + choice));
        return asked;
    }

    /**
     * A question about one thing and the same about nothing.
     *
     * @param method any: who may not read it may not write it either
     */
    record Pair(String method, String hidden, String absent) {}

    List<Pair> pairs(Item item, String absent) {
        List<Pair> pairs = new ArrayList<>();
        for (Operation operation : operations) {
            if (isOf(item, operation.path())) {
                pairs.add(new Pair(
                        operation.method(), with(operation.path(), item.id()), with(operation.path(), absent)));
            }
        }
        pages.stream()
                .filter(page -> isOf(item, page))
                .forEach(page -> pairs.add(new Pair("GET", with(page, item.id()), with(page, absent))));
        if (KINDS.containsKey(item.kind())) {
            List<String> hidden = neighbours(item.kind(), item.id());
            List<String> none = neighbours(item.kind(), absent);
            for (int i = 0; i < hidden.size(); i++) {
                pairs.add(new Pair("GET", hidden.get(i), none.get(i)));
            }
        }
        return pairs;
    }

    private static boolean isOf(Item item, String template) {
        Matcher variable = VARIABLE.matcher(template);
        return variable.find()
                && ALIASES.getOrDefault(variable.group(1), variable.group(1)).equals(item.kind());
    }
}
