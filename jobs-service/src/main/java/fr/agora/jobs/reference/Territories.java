package fr.agora.jobs.reference;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The regions, the departments and the communes, and which lies in which. */
public final class Territories {

    private static final Vocabulary KNOWN = Vocabulary.read("territories.csv");
    private static final Pattern COMMUNE = Pattern.compile("COM-[0-9][0-9AB][0-9]{3}");

    private Territories() {}

    /** The regions, the departments and the main communes. */
    public static List<Labelled> all() {
        return KNOWN.all();
    }

    /**
     * The territory of a code.
     *
     * @param label what to call a commune that is not among the main ones
     * @return empty for what is no territory
     */
    public static Optional<Labelled> find(String code, @Nullable String label) {
        Optional<Labelled> known = KNOWN.find(code);
        if (known.isPresent() || !COMMUNE.matcher(code).matches()) {
            return known;
        }
        String name = label == null || label.isBlank() ? "commune " + code.substring(4) : label.strip();
        return Optional.of(new Labelled(code, name));
    }

    /** Adds the levels above, so that what is in Paris is found in Île-de-France; doubles are dropped. */
    public static List<Labelled> withParents(List<Labelled> places) {
        Map<String, Labelled> all = new LinkedHashMap<>();
        for (Labelled place : places) {
            all.putIfAbsent(place.code(), place);
            above(place).forEach(higher -> all.putIfAbsent(higher.code(), higher));
        }
        return List.copyOf(all.values());
    }

    /** The most precise ones only: what a reader wants to see. */
    public static List<Labelled> mostPrecise(List<Labelled> places) {
        Set<String> above = places.stream()
                .flatMap(place -> above(place).stream())
                .map(Labelled::code)
                .collect(Collectors.toSet());
        List<Labelled> precise = new ArrayList<>(places);
        precise.removeIf(place -> above.contains(place.code()));
        return List.copyOf(precise);
    }

    /** The region a place lies in, or is. */
    public static Optional<Labelled> regionOf(Labelled place) {
        List<Labelled> line = new ArrayList<>(List.of(place));
        line.addAll(above(place));
        return line.stream().filter(each -> each.code().startsWith("REG-")).findFirst();
    }

    private static List<Labelled> above(Labelled place) {
        List<Labelled> line = KNOWN.withParents(place.code());
        if (!line.isEmpty()) {
            return line.subList(1, line.size());
        }
        if (!COMMUNE.matcher(place.code()).matches()) {
            return List.of();
        }
        // the first digits of a commune name its department: three overseas, two elsewhere
        List<Labelled> overseas = KNOWN.withParents("DEP-" + place.code().substring(4, 7));
        return overseas.isEmpty() ? KNOWN.withParents("DEP-" + place.code().substring(4, 6)) : overseas;
    }
}
