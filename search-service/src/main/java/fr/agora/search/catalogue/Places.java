package fr.agora.search.catalogue;

import fr.agora.platform.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where territories are: a commune at its own centre, a department at its main town. */
public final class Places {

    private static final String TOWN = "COM-";
    private static final String DEPARTMENT = "DEP-";
    private static final Communes COMMUNES = Communes.read();
    private static final Map<String, Point> DEPARTMENTS = COMMUNES.seats();
    private static final Map<String, String> NAMES = DEPARTMENTS.keySet().stream()
            .collect(Collectors.toMap(
                    code -> plain(String.valueOf(Vocabulary.TERRITORIES.label(DEPARTMENT + code, Locale.FRENCH))),
                    code -> DEPARTMENT + code,
                    (one, other) -> one));

    private Places() {}

    /** Degrees. */
    public record Point(double latitude, double longitude) {}

    /** Null for a region, and for what is no territory. */
    public static @Nullable Point of(String territory) {
        var own = territory.startsWith(TOWN) ? COMMUNES.centre(territory.substring(TOWN.length())) : null;
        if (own != null) {
            return own;
        }
        var department = Territories.departmentOf(territory);
        return department == null ? null : DEPARTMENTS.get(department);
    }

    /** The code of what somebody means by a name, a postal code or a code; null where nothing is called so. */
    public static @Nullable String named(String typed) {
        var text = typed.strip();
        if (of(text) != null) {
            return text;
        }
        var name = plain(text);
        var department = NAMES.get(name);
        if (department != null) {
            return department;
        }
        var commune = COMMUNES.named(text.matches("[0-9]{5}") ? text : name);
        return commune == null ? null : TOWN + commune;
    }

    /** What it is called, for whoever chose it; null for an unknown code. */
    public static @Nullable String label(String territory, Locale language) {
        var known = Vocabulary.TERRITORIES.label(territory, language);
        return known == null && territory.startsWith(TOWN) ? COMMUNES.name(territory.substring(TOWN.length())) : known;
    }

    /** Each department's code, {@code 75}, with where it is. */
    public static Map<String, Point> departments() {
        return new TreeMap<>(DEPARTMENTS);
    }

    static List<Point> of(List<Label> territories) {
        return territories.stream()
                .map(territory -> of(territory.code()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Without accents, hyphens and abbreviations: « St-Étienne » and « saint etienne » are the same. */
    static String plain(String name) {
        var words = " " + String.join(" ", Words.fold(name).split("[^a-z0-9]+")).strip() + " ";
        return words.replace(" ste ", " sainte ").replace(" st ", " saint ").strip();
    }
}
