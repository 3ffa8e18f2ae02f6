package fr.agora.directory.lifecycle;

import fr.agora.platform.web.ImportedFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads one line of an import in its French column names, and gathers what is wrong with it. */
public final class ImportedLine extends ImportedFields {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final String defaultSource;

    public ImportedLine(ObjectNode line, @Nullable String defaultSource) {
        super(line);
        this.defaultSource = defaultSource == null || defaultSource.isBlank() ? "import" : defaultSource;
    }

    public String id() {
        String id = text("id", 128);
        if (id == null || !ID.matcher(id).matches()) {
            refuse("id", id == null ? "field.required" : "field.format");
            return "";
        }
        return id;
    }

    public ImportKey key() {
        Map<String, Object> sorted = new TreeMap<>();
        line().properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return ImportKey.of(Objects.requireNonNullElse(text("source", 1_000), defaultSource), sorted.toString());
    }

    public boolean isDraft() {
        return flag("brouillon");
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
        codes.sort(Comparator.naturalOrder());
        codes.addAll(list("territoires"));
        return codes.stream().distinct().toList();
    }
}
