package fr.agora.search.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which territory lies in which, so that what is in a town is found by its department and its region. */
final class Territories {

    private static final String TOWN = "COM-";
    private static final String DEPARTMENT = "DEP-";
    private static final int LENGTH_OF_TOWN = 5;

    private Territories() {}

    static List<Label> withSurroundings(List<Label> territories) {
        var all = new LinkedHashMap<String, Label>();
        for (var territory : territories) {
            for (var around = territory; around != null; around = around(around.code())) {
                all.putIfAbsent(around.code(), around);
            }
        }
        return new ArrayList<>(all.values());
    }

    /** {@code 75} for {@code COM-75056} and {@code DEP-75}: towns are too many to be listed, but each tells. */
    static @Nullable String departmentOf(String territory) {
        if (territory.startsWith(DEPARTMENT)) {
            return territory.substring(DEPARTMENT.length());
        }
        if (!territory.startsWith(TOWN) || territory.length() != TOWN.length() + LENGTH_OF_TOWN) {
            return null;
        }
        var town = territory.substring(TOWN.length());
        return town.substring(0, town.startsWith("97") ? 3 : 2);
    }

    private static @Nullable Label around(String code) {
        var known = Vocabulary.TERRITORIES.parent(code);
        var department = departmentOf(code);
        if (known != null || department == null || code.startsWith(DEPARTMENT)) {
            return known;
        }
        var label = Vocabulary.TERRITORIES.label(DEPARTMENT + department, Locale.FRENCH);
        return label == null ? null : new Label(DEPARTMENT + department, label);
    }
}
