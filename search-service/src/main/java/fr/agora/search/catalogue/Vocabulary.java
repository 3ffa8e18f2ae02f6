package fr.agora.search.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vocabulary the services share ({@code contracts/reference}): codes, words and other names for the same thing. */
public enum Vocabulary {
    SKILLS,
    THEMES,
    JOB_FAMILIES,
    COMMUNITIES,
    TERRITORIES;

    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    Vocabulary() {
        var file = "/contracts/reference/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            var header = cells(Objects.requireNonNull(reader.readLine(), file));
            reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(Vocabulary::cells)
                    .forEach(cells -> {
                        var row = new HashMap<String, String>();
                        for (int column = 0; column < Math.min(header.size(), cells.size()); column++) {
                            row.put(header.get(column), cells.get(column));
                        }
                        rows.put(cells.getFirst(), row);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Other names, in no order; none for an unknown code. */
    public List<String> aliases(String code) {
        var aliases = value(code, "aliases");
        return aliases == null || aliases.isBlank() ? List.of() : List.of(aliases.split("\\|"));
    }

    /** Every name of everything in it, in lower case. */
    Set<String> words() {
        var words = new HashSet<String>();
        for (var code : rows.keySet()) {
            aliases(code).forEach(alias -> words.add(alias.toLowerCase(Locale.ROOT)));
            var label = label(code, Locale.FRENCH);
            if (label != null) {
                words.add(label.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** The words in a language, else in French; null for an unknown code. */
    public @Nullable String label(String code, Locale language) {
        if (language.getLanguage().equals("en") && value(code, "label_en") != null) {
            return value(code, "label_en");
        }
        return value(code, "label_fr") == null ? value(code, "label") : value(code, "label_fr");
    }

    @Nullable
    Label parent(String code) {
        var parent = value(code, "parent");
        if (parent == null || parent.isBlank()) {
            return null;
        }
        var label = value(parent, "label");
        return label == null ? null : new Label(parent, label);
    }

    private @Nullable String value(String code, String column) {
        var row = rows.get(code);
        return row == null ? null : row.get(column);
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
