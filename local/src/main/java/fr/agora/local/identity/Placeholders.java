package fr.agora.local.identity;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Keycloak reads for {@code ${NAME}} and {@code ${NAME:otherwise}} in a realm file it imports; a name without a value
 * stays as it is.
 */
record Placeholders(Map<String, String> variables) {

    JsonNode in(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            object.forEachEntry((name, value) -> filled.set(name, in(value)));
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> filled.add(in(each)));
            return filled;
        }
        return node.isString() ? JsonNodeFactory.instance.stringNode(in(node.asString())) : node;
    }

    String in(String text) {
        int start = text.indexOf("${");
        int end = start < 0 ? -1 : end(text, start + 2);
        if (end < 0) {
            return text;
        }
        return text.substring(0, start) + value(text.substring(start + 2, end)) + in(text.substring(end + 1));
    }

    private String value(String inside) {
        int colon = inside.indexOf(':');
        String value = variables.get(colon < 0 ? inside : inside.substring(0, colon));
        if (value != null) {
            return value;
        }
        return colon < 0 ? "${" + inside + "}" : in(inside.substring(colon + 1));
    }

    // what stands for a missing value may hold another
    private static int end(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
