package fr.agora.directory.lifecycle;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one line of an import in its French column names, and gathers what is wrong with it. */
public final class ImportedLine {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final ObjectNode line;
    private final String defaultSource;
    private final List<FieldProblem> problems = new ArrayList<>();

    public ImportedLine(ObjectNode line, @Nullable String defaultSource) {
        this.line = line;
        this.defaultSource = defaultSource == null || defaultSource.isBlank() ? "import" : defaultSource;
    }

    public String id() {
        String id = text("id", 128);
        if (id == null || !ID.matcher(id).matches()) {
            problems.add(FieldProblem.of("id", id == null ? "field.required" : "field.format"));
            return "";
        }
        return id;
    }

    public ImportKey key() {
        Map<String, Object> sorted = new TreeMap<>();
        line.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return ImportKey.of(Objects.requireNonNullElse(text("source", 1_000), defaultSource), sorted.toString());
    }

    public boolean isDraft() {
        return line.path("brouillon").asBoolean(false);
    }

    public String required(String field, int max) {
        String value = text(field, max);
        if (value == null) {
            problems.add(FieldProblem.of(field, "field.required"));
            return "";
        }
        return value;
    }

    public @Nullable String text(String field, int max) {
        JsonNode node = line.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() && !node.isNumber()) {
            problems.add(FieldProblem.of(field, "field.type"));
            return null;
        }
        String value = node.asString().strip();
        if (value.length() > max) {
            problems.add(FieldProblem.of(field, "field.too-long", max));
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    /** A JSON list, or text separated by {@code |} as a CSV cell gives it. */
    public List<String> list(String field) {
        List<String> values = new ArrayList<>();
        JsonNode node = line.path(field);
        if (node.isArray()) {
            for (JsonNode each : node) {
                if (!each.isString()) {
                    problems.add(FieldProblem.of(field, "field.type"));
                    return List.of();
                }
                values.add(each.asString().strip());
            }
        } else if (node.isString()) {
            values.addAll(List.of(node.asString().split("\\|")));
        } else if (!node.isMissingNode() && !node.isNull()) {
            problems.add(FieldProblem.of(field, "field.type"));
        }
        if (values.size() > 200) {
            problems.add(FieldProblem.of(field, "field.too-many", 200));
            return List.of();
        }
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** Objects of a list, absent in a CSV. */
    public List<ObjectNode> objects(String field) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode each : line.path(field)) {
            if (each instanceof ObjectNode object) {
                objects.add(object);
            }
        }
        return objects;
    }

    /** The value a closed list of words stands for; an unknown word refuses the line. */
    public <T> T oneOf(String field, Map<String, T> words, T absent) {
        String word = text(field, 100);
        if (word == null) {
            return absent;
        }
        T value = words.get(word.toLowerCase(Locale.ROOT));
        if (value == null) {
            problems.add(FieldProblem.of(field, "field.unknown", word));
            return absent;
        }
        return value;
    }

    /** Codes such as {@code DEP-07} from the columns {@code region_code}, {@code departement_code}, {@code commune_code}. */
    public List<String> territories() {
        List<String> codes = new ArrayList<>();
        Map.of("commune_code", "COM-", "departement_code", "DEP-", "region_code", "REG-")
                .forEach((field, prefix) -> {
                    String code = text(field, 5);
                    if (code != null) {
                        codes.add(prefix + code);
                    }
                });
        // the narrowest first: it is the one shown
        codes.sort(java.util.Comparator.naturalOrder());
        codes.addAll(list("territoires"));
        return codes.stream().distinct().toList();
    }

    public void refuse(String field, String message, Object... arguments) {
        problems.add(FieldProblem.of(field, message, arguments));
    }

    /** @throws ProblemException with everything that is wrong */
    public void check() {
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
    }
}
