package fr.agora.projects.importing;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns of one imported line, and everything that is wrong with them. */
final class Columns {

    private static final int MOST_ENTRIES = 200;

    private final ObjectNode line;
    private final String path;
    private final List<FieldProblem> problems;

    Columns(ObjectNode line) {
        this(line, "", new ArrayList<>());
    }

    private Columns(ObjectNode line, String path, List<FieldProblem> problems) {
        this.line = line;
        this.path = path;
        this.problems = problems;
    }

    void refuse(String field, String message, Object... arguments) {
        problems.add(FieldProblem.of(path + field, message, arguments));
    }

    void refuse(FieldProblem problem) {
        problems.add(new FieldProblem(path + problem.field(), problem.message(), problem.arguments()));
    }

    /** Nothing more is said of a field that was refused already. */
    void refuseUnlessRefused(String field, String message) {
        if (problems.stream().noneMatch(each -> each.field().equals(path + field))) {
            refuse(field, message);
        }
    }

    /** The objects of a JSON list, each with columns of its own; what is wrong with them is wrong with the line. */
    List<Columns> objects(String field) {
        JsonNode node = line.path(field);
        List<Columns> found = new ArrayList<>();
        if (isAbsent(node) || (node.isString() && node.asString().isBlank())) {
            return found;
        }
        if (!node.isArray()) {
            refuse(field, "field.type");
            return found;
        }
        if (node.size() > MOST_ENTRIES) {
            refuse(field, "field.too-many", MOST_ENTRIES);
            return found;
        }
        for (JsonNode each : node) {
            String place = path + field + "[" + found.size() + "]";
            if (each instanceof ObjectNode object) {
                found.add(new Columns(object, place + ".", problems));
            } else {
                refuse(place, "field.type");
            }
        }
        return found;
    }

    /** A text that must be there; empty where it is not, and the line is refused. */
    String required(String field, int longest) {
        String value = text(field, longest);
        if (value == null) {
            refuseUnlessRefused(field, "field.required");
        }
        return value == null ? "" : value;
    }

    /** Throws with all that was refused. */
    void check() {
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }

    @Nullable
    String text(String field, int longest) {
        JsonNode node = line.path(field);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isString() && !node.isNumber()) {
            refuse(field, "field.type");
            return null;
        }
        String value = node.asString().strip();
        if (value.length() > longest) {
            refuse(field, "field.too-long", longest);
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    @Nullable
    LocalDate day(String field) {
        String value = text(field, 40);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException wrong) {
            refuse(field, "field.format");
            return null;
        }
    }

    boolean flag(String field) {
        return line.path(field).asBoolean(false);
    }

    /** A JSON list, or the {@code |} separated text of a CSV cell. */
    List<String> list(String field) {
        JsonNode node = line.path(field);
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            for (JsonNode each : node) {
                if (!each.isString()) {
                    refuse(field, "field.type");
                    return List.of();
                }
                values.add(each.asString());
            }
        } else if (node.isString()) {
            values.addAll(List.of(node.asString().split("\\|")));
        } else if (!isAbsent(node)) {
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

    /** What a word of a closed list stands for; an unknown one refuses the line. */
    <T> @Nullable T oneOf(String field, Map<String, T> words) {
        String word = text(field, 100);
        if (word == null) {
            return null;
        }
        T value = words.get(word);
        if (value == null) {
            refuse(field, "field.unknown", word);
        }
        return value;
    }

    /** The same for lines that say the same, whatever the order of their columns and their empty ones. */
    String digest() {
        Map<String, String> said = new TreeMap<>();
        line.properties().forEach(column -> {
            if (!isAbsent(column.getValue()) && !column.getValue().asString("x").isBlank()) {
                said.put(column.getKey(), column.getValue().toString());
            }
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(said.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty());
    }
}
