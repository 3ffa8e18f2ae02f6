package fr.agora.jobs.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The regions, the departments and the main communes, and which lies in which. */
public final class Territories {

    public static final Territories FRANCE = new Territories();

    private static final Pattern FORM =
            Pattern.compile("REG-[0-9]{2}|DEP-([0-9][0-9AB]|97[0-9])|COM-[0-9][0-9AB][0-9]{3}");

    private final Map<String, Territory> known = new LinkedHashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    private Territories() {
        for (Map<String, String> row : ReferenceFile.rows("territories")) {
            String code = Objects.requireNonNull(row.get("code"));
            known.put(code, new Territory(code, Objects.requireNonNull(row.get("label"))));
            String parent = Objects.requireNonNull(row.get("parent"));
            if (!parent.isEmpty()) {
                parents.put(code, parent);
            }
        }
    }

    public List<Territory> all() {
        return List.copyOf(known.values());
    }

    /**
     * The territory of a code.
     *
     * @param label what to call a commune that is not among the main ones
     * @return empty for what is no territory
     */
    public Optional<Territory> find(String code, @Nullable String label) {
        Territory found = known.get(code);
        if (found != null) {
            return Optional.of(found);
        }
        if (!code.startsWith("COM-") || !FORM.matcher(code).matches()) {
            return Optional.empty();
        }
        String name = label == null || label.isBlank() ? "commune " + code.substring(4) : label.strip();
        return Optional.of(new Territory(code, name));
    }

    /** Adds the levels above, so that what is in Paris is found in Île-de-France; doubles are dropped. */
    public List<Territory> withParents(List<Territory> places) {
        Map<String, Territory> all = new LinkedHashMap<>();
        for (Territory place : places) {
            all.putIfAbsent(place.code(), place);
            for (String above = parent(place.code()); above != null; above = parent(above)) {
                Territory higher = known.get(above);
                if (higher != null) {
                    all.putIfAbsent(above, higher);
                }
            }
        }
        return List.copyOf(all.values());
    }

    /** The most precise ones only: what a reader wants to see. */
    public List<Territory> mostPrecise(List<Territory> places) {
        Set<String> above = places.stream()
                .map(place -> parent(place.code()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Territory> precise = new ArrayList<>(places);
        precise.removeIf(place -> above.contains(place.code()));
        return List.copyOf(precise);
    }

    private @Nullable String parent(String code) {
        String parent = parents.get(code);
        if (parent == null && code.startsWith("COM-")) {
            // two digits name the department, three overseas
            String overseas = "DEP-" + code.substring(4, 7);
            return known.containsKey(overseas) ? overseas : "DEP-" + code.substring(4, 6);
        }
        return parent;
    }
}
