package fr.agora.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of one imported object, and gathers what is wrong with them instead of stopping at the first. */
public class ImportedFields {

    private static final int MOST_ENTRIES = 200;

    private final ObjectNode line;
    private final List<FieldProblem> problems = new ArrayList<>();

    public ImportedFields(ObjectNode line) {
        this.line = line;
    }

    protected final ObjectNode line() {
        return line;
    }

    public final String required(String field, int max) {
        String value = text(field, max);
        if (value == null) {
            refuse(field, "field.required");
            return "";
        }
        return value;
    }

    /** Null when absent, empty or refused. */
    public final @Nullable String text(String field, int max) {
        JsonNode node = line.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() && !node.isNumber()) {
            refuse(field, "field.type");
            return null;
        }
        String value = node.asString().strip();
        if (value.length() > max) {
            refuse(field, "field.too-long", max);
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    /** A yes or no, which a CSV can only say as text. */
    public final boolean flag(String field) {
        JsonNode node = line.path(field);
        return node.isString() ? node.asString().strip().equalsIgnoreCase("true") : node.asBoolean(false);
    }

    /** A JSON list, or text separated by {@code |} as a CSV cell gives it. */
    public final List<String> list(String field) {
        List<String> values = new ArrayList<>();
        JsonNode node = line.path(field);
        if (node.isArray()) {
            for (JsonNode each : node) {
                if (!each.isString()) {
                    refuse(field, "field.type");
                    return List.of();
                }
                values.add(each.asString().strip());
            }
        } else if (node.isString()) {
            values.addAll(List.of(node.asString().split("\\|")));
        } else if (!node.isMissingNode() && !node.isNull()) {
            refuse(field, "field.type");
        }
        if (values.size() > MOST_ENTRIES) {
            refuse(field, "field.too-many", MOST_ENTRIES);
            return List.of();
        }
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** Objects of a list, absent in a CSV. */
    public final List<ObjectNode> objects(String field) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode each : line.path(field)) {
            if (each instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** The value a closed list of words stands for; an unknown word refuses the line. */
    public final <T> T oneOf(String field, Map<String, T> words, T absent) {
        String word = text(field, 100);
        if (word == null) {
            return absent;
        }
        T value = words.get(word.toLowerCase(Locale.ROOT));
        if (value == null) {
            refuse(field, "field.unknown", word);
            return absent;
        }
        return value;
    }

    public final void refuse(String field, String message, Object... arguments) {
        problems.add(FieldProblem.of(field, message, arguments));
    }

    /** @throws ProblemException with everything that is wrong */
    public final void check() {
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }
}
