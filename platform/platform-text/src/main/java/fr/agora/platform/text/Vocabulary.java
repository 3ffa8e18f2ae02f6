package fr.agora.platform.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file of {@code contracts/reference}: codes, French labels and, where there are any, other ways to say them. */
public final class Vocabulary {

    private final Map<String, Labelled> byCode = new LinkedHashMap<>();
    private final Map<String, Labelled> byWords = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    private Vocabulary() {}

    /**
     * Reads a CSV whose header names {@code code}, {@code label} or {@code label_fr}, and may name {@code aliases}
     * (separated by {@code |}), {@code parent} and {@code category}.
     *
     * @param file name under {@code contracts/reference} on the class path
     */
    public static Vocabulary read(String file) {
        Vocabulary vocabulary = new Vocabulary();
        try (InputStream in = Vocabulary.class.getResourceAsStream("/contracts/reference/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The vocabulary is missing from the class path: " + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> header = cells(String.valueOf(lines.readLine()));
            int label = Math.max(header.indexOf("label"), header.indexOf("label_fr"));
            int aliases = header.indexOf("aliases");
            int parent = header.indexOf("parent");
            int category = header.indexOf("category");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                vocabulary.add(cells.getFirst(), cells.get(label), aliases < 0 ? "" : cells.get(aliases));
                if (category >= 0 && !cells.get(category).isEmpty()) {
                    vocabulary.categories.put(cells.getFirst(), cells.get(category));
                }
                if (parent >= 0 && !cells.get(parent).isEmpty()) {
                    vocabulary.parents.put(cells.getFirst(), cells.get(parent));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return vocabulary;
    }

    private void add(String code, String label, String aliases) {
        Labelled entry = new Labelled(code, label);
        byCode.put(code, entry);
        byWords.putIfAbsent(Words.fold(label), entry);
        for (String alias : aliases.split("\\|")) {
            byWords.putIfAbsent(Words.fold(alias), entry);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
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

    public Optional<Labelled> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** What an entry is filed under, with others near it; empty for an unknown code. */
    public Optional<String> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /** The entry and those above it, nearest first; empty for an unknown code. */
    public List<Labelled> withParents(String code) {
        List<Labelled> line = new ArrayList<>();
        for (Labelled entry = byCode.get(code); entry != null; entry = byCode.get(parents.get(entry.code()))) {
            line.add(entry);
        }
        return line;
    }

    /**
     * The entry somebody means by a code, a label or an alias; words unknown to the vocabulary become an entry of their
     * own, readable as they were typed.
     */
    public Labelled named(String words) {
        String trimmed = words.strip();
        Labelled known = byCode.get(trimmed);
        if (known == null) {
            known = byWords.get(Words.fold(trimmed));
        }
        return known != null ? known : new Labelled(Words.slug(trimmed), readable(trimmed));
    }

    private static String readable(String words) {
        boolean looksLikeACode = words.equals(Words.slug(words)) && words.contains("-");
        String spaced = looksLikeACode ? words.replace('-', ' ') : words;
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    public List<Labelled> all() {
        return List.copyOf(byCode.values());
    }
}
