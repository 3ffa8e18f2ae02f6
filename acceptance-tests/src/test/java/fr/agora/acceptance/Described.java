package fr.agora.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Everything the running services say that they can be asked, and ids of what is there. */
final class Described {

    private static final List<String> SERVICES = List.of("directory", "projects", "jobs", "search");

    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, List<String>> ids = new TreeMap<>();

    /** One operation, with the document that its references point into. */
    record Operation(String method, String path, JsonNode parameters, JsonNode body, JsonNode document) {

        JsonNode resolved(JsonNode node) {
            String reference = node.path("$ref").asString("");
            return reference.startsWith("#") ? document.at(reference.substring(1)) : node;
        }

        List<JsonNode> parameters(String in) {
            return parameters
                    .valueStream()
                    .map(this::resolved)
                    .filter(parameter -> parameter.path("in").asString("").equals(in))
                    .toList();
        }
    }

    static Described by(Api api) {
        Described described = new Described();
        for (String service : SERVICES) {
            JsonNode document = api.get("/api/" + service + "/openapi.json").json();
            document.path("paths")
                    .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                        if (List.of("get", "put", "post", "delete", "patch").contains(method)) {
                            described.operations.add(new Operation(
                                    method.toUpperCase(java.util.Locale.ROOT),
                                    path,
                                    operation.path("parameters"),
                                    operation.path("requestBody").path("content"),
                                    document));
                        }
                    }));
        }
        described.learnIds(api);
        return described;
    }

    private void learnIds(Api api) {
        for (Operation operation : operations) {
            if (operation.method().equals("GET") && !operation.path().contains("{")) {
                Api.Answer answer = api.get(operation.path());
                if (answer.status() == 200 && answer.type().contains("json")) {
                    List<String> found = new ArrayList<>();
                    for (String name : List.of("id", "code")) {
                        answer.json().findValues(name).stream()
                                .filter(JsonNode::isString)
                                .limit(20)
                                .forEach(id -> found.add(id.asString()));
                    }
                    if (!found.isEmpty()) {
                        ids.put(operation.path(), List.copyOf(found));
                    }
                }
            }
        }
    }

    List<Operation> operations() {
        return operations;
    }

    /** Ids that the longest collection above this path has shown; those of everything where there is none. */
    List<String> ids(String path) {
        return ids.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .max(java.util.Comparator.comparingInt(each -> each.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseGet(() -> ids.values().stream().flatMap(List::stream).toList());
    }
}
