package fr.agora.projects.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a YAML map; it remembers which were read, so that the others can be named. */
public final class Fields {

    private final Map<?, ?> map;
    private final String path;
    private final Set<String> read = new LinkedHashSet<>();

    public Fields(Map<?, ?> map) {
        this(map, "");
    }

    private Fields(Map<?, ?> map, String path) {
        this.map = map;
        this.path = path;
    }

    /** A text on one line or several; null where it is absent, empty or something else. */
    public @Nullable String text(String name) {
        Object value = value(name);
        String text = value instanceof String string ? string.strip() : "";
        return text.isEmpty() || text.equals("~") || text.equals("null") ? null : text;
    }

    /** A list of texts; one text alone is a list of one. */
    public List<String> texts(String name) {
        Object value = value(name);
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (each instanceof String text && !text.isBlank()) {
                texts.add(text.strip());
            }
        }
        return texts;
    }

    /** The map of that name; one without fields where it is absent or something else. */
    public Fields fields(String name) {
        Object value = value(name);
        return new Fields(value instanceof Map<?, ?> inner ? inner : Map.of(), path + name + ".");
    }

    /** The maps of a list. */
    public List<Fields> list(String name) {
        Object value = value(name);
        List<Fields> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> inner) {
                    maps.add(new Fields(inner, path + name + "[" + maps.size() + "]."));
                }
            }
        }
        return maps;
    }

    /** Names of the fields, in their order. */
    public List<String> names() {
        return map.keySet().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Says that a field is understood though nothing is taken of it. */
    public void skip(String... names) {
        read.addAll(List.of(names));
    }

    /** Paths of the fields nobody asked for. */
    public List<String> unread() {
        return names().stream()
                .filter(name -> !read.contains(name))
                .map(name -> path + name)
                .toList();
    }

    private @Nullable Object value(String name) {
        read.add(name);
        return map.get(name);
    }
}
