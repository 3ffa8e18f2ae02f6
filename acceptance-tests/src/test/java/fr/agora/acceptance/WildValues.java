package fr.agora.acceptance;

import fr.agora.acceptance.Described.Operation;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as a schema wants them, at its bounds, just beyond, and as it never dreamt of. */
final class WildValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202Egnirts",
            "\uD83D\uDE80".repeat(20),
            "é\u0301\u0301\u0301",
            "\uFEFFbom",
            "\uFFFF",
            "\uD800",
            "ı İ ß ﬀ",
            "\r\nSet-Cookie: a=b",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "#{7*7}",
            "{{7*7}}",
            "$where",
            "../../../../etc/passwd",
            "' or '1'='1",
            "=cmd|' /C calc'!A0",
            "javascript:alert(1)",
            "http://127.0.0.1:1/",
            "http://[::1]/",
            "http://2130706433/",
            "null",
            "NaN",
            "٣",
            "-1",
            "9".repeat(40),
            "(a+)+$",
            "*",
            "\"",
            "\\",
            "a".repeat(8_000),
            "\t\n\u000B\u2028\u2029",
            "Ünïcödé ¿ 你好 مرحبا");
    private static final List<String> ODD_DATES = List.of(
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31",
            "1582-10-10",
            "2026-13-01",
            "2026-06-01T00:00:00+99:00",
            "hier",
            "20260601",
            "1e9",
            "2026-06-01T23:59:60Z");

    private final Random random;
    private final List<String> known;

    WildValues(Random random, List<String> known) {
        this.random = random;
        this.known = known;
    }

    String oddText() {
        return one(ODD_TEXTS);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** {@code wildness} in a hundred values are not what the schema asks for. */
    JsonNode value(Operation operation, JsonNode unresolved, int wildness, int depth) {
        JsonNode schema = operation.resolved(unresolved);
        if (random.nextInt(100) < wildness) {
            return anything(depth);
        }
        JsonNode choices = schema.path("enum");
        if (choices.size() > 0) {
            return choices.get(random.nextInt(choices.size()));
        }
        for (String alternatives : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.path(alternatives).size() > 0) {
                return value(operation, schema.path(alternatives).get(0), wildness, depth);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(operation, schema, wildness, depth);
            case "array" -> array(operation, schema, wildness, depth);
            case "integer", "number" -> NODES.numberNode(number(schema));
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> NODES.stringNode(text(schema));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asString("string");
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(Operation operation, JsonNode schema, int wildness, int depth) {
        ObjectNode object = NODES.objectNode();
        if (depth > 6) {
            return object;
        }
        schema.path("properties").forEachEntry((name, property) -> {
            if (random.nextInt(10) < 8) {
                object.set(name, value(operation, property, wildness, depth + 1));
            }
        });
        if (random.nextInt(20) == 0) {
            object.put("__proto__", oddText()).put("$set", oddText()).put("_id", oddText());
        }
        return object;
    }

    private ArrayNode array(Operation operation, JsonNode schema, int wildness, int depth) {
        ArrayNode array = NODES.arrayNode();
        int most = schema.path("maxItems").asInt(3);
        int size = random.nextInt(8) == 0 ? Math.min(most + 1, 300) : random.nextInt(3);
        for (int i = 0; i < size && depth < 7; i++) {
            array.add(value(operation, schema.path("items"), wildness, depth + 1));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(Integer.MAX_VALUE);
        return switch (random.nextInt(8)) {
            case 0 -> least - 1;
            case 1 -> most == Long.MAX_VALUE ? most : most + 1;
            case 2 -> most;
            case 3 -> Long.MIN_VALUE;
            case 4 -> random.nextLong();
            default -> least + random.nextInt(5);
        };
    }

    String text(JsonNode schema) {
        String format = schema.path("format").asString("");
        if (format.startsWith("date")) {
            return random.nextInt(3) == 0
                    ? one(ODD_DATES)
                    : "2026-1%d-0%d".formatted(random.nextInt(3), 1 + random.nextInt(9));
        }
        int most = schema.path("maxLength").asInt(200);
        return switch (random.nextInt(9)) {
            case 0 -> oddText();
            case 1 -> "é".repeat(Math.min(most, 100_000));
            case 2 -> "x".repeat(Math.min(most, 100_000) + 1);
            case 3 -> one(ODD_DATES);
            case 4, 5 -> known.isEmpty() ? "absent" : one(known);
            case 6 -> "https://exemple.invalid/" + random.nextInt(99);
            default -> "Essai " + random.nextInt(1_000);
        };
    }

    JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 4 ? 8 : 11)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(Double.MIN_VALUE);
            case 4 -> NODES.numberNode(new java.math.BigDecimal("1e400"));
            case 5 -> NODES.stringNode(oddText());
            case 6 -> NODES.stringNode(one(ODD_DATES));
            case 7 -> NODES.objectNode();
            case 8 -> NODES.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            case 9 -> NODES.objectNode().set("a", anything(depth + 1));
            default -> NODES.arrayNode().addNull().addNull();
        };
    }
}
