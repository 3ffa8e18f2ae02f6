package fr.agora.search.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The communes of the official geographical code with their centres (ADR 13), in columns rather than objects. */
final class Communes {

    private static final int CODE = 0;
    private static final int NAME = 1;
    private static final int POSTAL_CODES = 3;
    private static final int POPULATION = 4;
    private static final int LATITUDE = 5;
    private static final int LONGITUDE = 6;
    private static final int WITHIN = 8;
    private static final int SEAT_OF = 9;

    private final String[] codes;
    private final String[] names;
    private final float[] latitudes;
    private final float[] longitudes;
    /** By folded name and by postal code, of several the most populous. */
    private final Map<String, Integer> named = new HashMap<>();

    private final Map<String, Places.Point> seats = new HashMap<>();

    private Communes(List<String> rows) {
        codes = new String[rows.size()];
        names = new String[rows.size()];
        latitudes = new float[rows.size()];
        longitudes = new float[rows.size()];
        var populations = new int[rows.size()];
        for (int row = 0; row < codes.length; row++) {
            var cells = rows.get(row).split("\t", -1);
            codes[row] = cells[CODE];
            names[row] = cells[NAME];
            latitudes[row] = Float.parseFloat(cells[LATITUDE]);
            longitudes[row] = Float.parseFloat(cells[LONGITUDE]);
            populations[row] = Integer.parseInt(cells[POPULATION]);
            if (cells[WITHIN].isEmpty()) {
                name(Places.plain(cells[NAME]), row, populations);
            }
            for (var postalCode : cells[POSTAL_CODES].split("\\|")) {
                name(postalCode, row, populations);
            }
            for (var department : cells[SEAT_OF].split("\\|")) {
                if (department.startsWith("DEP-")) {
                    seats.put(department.substring("DEP-".length()), point(row));
                }
            }
        }
    }

    private void name(String name, int row, int[] populations) {
        named.merge(name, row, (one, other) -> populations[other] > populations[one] ? other : one);
    }

    /** Gathered by the build; without Maven there is none. */
    static Communes read() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Communes.class.getResourceAsStream("/communes/communes.tsv"),
                        "The communes are missing from the class path: build with Maven"),
                StandardCharsets.UTF_8))) {
            return new Communes(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Places.@Nullable Point centre(String code) {
        int row = Arrays.binarySearch(codes, code);
        return row < 0 ? null : point(row);
    }

    @Nullable
    String name(String code) {
        int row = Arrays.binarySearch(codes, code);
        return row < 0 ? null : names[row];
    }

    /** The code of the commune with that plain name or that postal code. */
    @Nullable
    String named(String name) {
        var row = named.get(name);
        return row == null ? null : codes[row];
    }

    /** The main town of each department. */
    Map<String, Places.Point> seats() {
        return Map.copyOf(seats);
    }

    private Places.Point point(int row) {
        return new Places.Point(latitudes[row], longitudes[row]);
    }
}
