package fr.agora.search.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where territories are, as far as their department tells. */
public final class Places {

    private static final Map<String, Point> DEPARTMENTS = read();

    private Places() {}

    /** Degrees. */
    public record Point(double latitude, double longitude) {}

    /** Null for a region, and for what is no territory. */
    public static @Nullable Point of(String territory) {
        var department = Territories.departmentOf(territory);
        return department == null ? null : DEPARTMENTS.get(department);
    }

    /** Each department's code, {@code 75}, with where it is. */
    public static Map<String, Point> departments() {
        return DEPARTMENTS;
    }

    static List<Point> of(List<Label> territories) {
        return territories.stream()
                .map(territory -> of(territory.code()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Map<String, Point> read() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Places.class.getResourceAsStream("/index/departments.csv")),
                StandardCharsets.UTF_8))) {
            var points = new LinkedHashMap<String, Point>();
            reader.lines().filter(line -> !line.startsWith("#")).skip(1).forEach(line -> {
                var cells = line.split(",");
                points.put(cells[0], new Point(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            });
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
