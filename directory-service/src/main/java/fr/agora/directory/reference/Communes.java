package fr.agora.directory.reference;

import fr.agora.platform.text.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The communes of the official geographical code, in columns rather than objects: a few megabytes for all of them. */
@Component
public class Communes {

    static final String PREFIX = "COM-";
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,5}");

    private final String[] codes;
    private final String[] names;
    private final String[] folded;
    private final String[] departments;
    private final String[] postalCodes;
    private final String[] within;
    private final int[] populations;
    private final float[] latitudes;
    private final float[] longitudes;
    private final boolean[] near;
    private final int[] byPopulation;
    private final Map<String, Integer> seats = new HashMap<>();
    private final Map<String, List<Integer>> byPostalCode = new HashMap<>();

    Communes() {
        List<String> rows = rows();
        int count = rows.size();
        codes = new String[count];
        names = new String[count];
        folded = new String[count];
        departments = new String[count];
        postalCodes = new String[count];
        within = new String[count];
        populations = new int[count];
        latitudes = new float[count];
        longitudes = new float[count];
        near = new boolean[count];
        for (int row = 0; row < count; row++) {
            take(row, rows.get(row).split("\t", -1));
        }
        byPopulation = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(row -> -populations[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<String> rows() {
        try (InputStream in = Communes.class.getResourceAsStream("/communes/communes.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The communes are missing from the class path: build with Maven");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void take(int row, String[] cells) {
        codes[row] = cells[0];
        names[row] = cells[1];
        folded[row] = plain(cells[1]);
        departments[row] = cells[2].intern();
        postalCodes[row] = cells[3];
        for (String postalCode : cells[3].split("\\|")) {
            byPostalCode
                    .computeIfAbsent(postalCode, first -> new ArrayList<>(2))
                    .add(row);
        }
        populations[row] = Integer.parseInt(cells[4]);
        latitudes[row] = Float.parseFloat(cells[5]);
        longitudes[row] = Float.parseFloat(cells[6]);
        near[row] = cells[7].equals("near");
        within[row] = cells[8].intern();
        for (String seatOf : cells[9].split("\\|")) {
            if (!seatOf.isEmpty()) {
                seats.put(seatOf, row);
            }
        }
    }

    /** Without accents, hyphens and abbreviations: « St-Étienne » and « saint etienne » are the same. */
    private static String plain(String name) {
        String words = NO_LETTER.matcher(Words.fold(name)).replaceAll(" ").strip();
        return (" " + words)
                .replace(" ste ", " sainte ")
                .replace(" st ", " saint ")
                .strip();
    }

    public Optional<Commune> find(String code) {
        int row = row(code);
        return row < 0 ? Optional.empty() : Optional.of(at(row));
    }

    public boolean isKnown(String code) {
        return row(code) >= 0;
    }

    private int row(String code) {
        return code.startsWith(PREFIX) ? Arrays.binarySearch(codes, code.substring(PREFIX.length())) : -1;
    }

    private Commune at(int row) {
        return new Commune(
                PREFIX + codes[row],
                names[row],
                "DEP-" + departments[row],
                postalCodes[row].isEmpty() ? List.of() : List.of(postalCodes[row].split("\\|")),
                populations[row],
                position(row),
                within[row].isEmpty() ? null : PREFIX + within[row]);
    }

    private Position position(int row) {
        return new Position(latitudes[row], longitudes[row], near[row]);
    }

    /** The centre of a commune, or the seat of a department or region. */
    public Optional<Position> position(String code) {
        int row = row(code);
        if (row >= 0) {
            return Optional.of(position(row));
        }
        Integer seat = seats.get(code);
        return seat == null ? Optional.empty() : Optional.of(new Position(latitudes[seat], longitudes[seat], true));
    }

    /** The departments with a commune in a circle, and the regions with their seat in it. */
    public Set<String> areasWithin(Position centre, double kilometres) {
        Set<String> areas = new LinkedHashSet<>();
        for (int row = 0; row < codes.length; row++) {
            // a degree of latitude is 111 km: most rows need no trigonometry
            if (Math.abs(latitudes[row] - centre.latitude()) * 110 <= kilometres
                    && centre.kilometresTo(position(row)) <= kilometres) {
                areas.add("DEP-" + departments[row]);
            }
        }
        seats.forEach((area, row) -> {
            if (area.startsWith("REG-") && centre.kilometresTo(position(row)) <= kilometres) {
                areas.add(area);
            }
        });
        return areas;
    }

    /** Those a few letters of a name, or digits of a postal or INSEE code, may mean: the closest name first, then the largest. */
    public List<Commune> suggest(String typed, int most) {
        String wanted = plain(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Set<Integer> found = new LinkedHashSet<>();
        if (DIGITS.matcher(wanted).matches()) {
            collect(found, most, row -> postalCodes[row].startsWith(wanted) || postalCodes[row].contains("|" + wanted));
            collect(found, most, row -> codes[row].startsWith(wanted));
        } else {
            // « la rochelle » is typed « rochelle » too: the beginning of any word counts, after whole names
            collect(found, most, row -> folded[row].equals(wanted));
            collect(found, most, row -> folded[row].startsWith(wanted));
            collect(found, most, row -> folded[row].contains(" " + wanted));
        }
        return found.stream().map(this::at).toList();
    }

    private void collect(Set<Integer> found, int most, IntPredicate meant) {
        for (int i = 0; i < byPopulation.length && found.size() < most; i++) {
            if (meant.test(byPopulation[i])) {
                found.add(byPopulation[i]);
            }
        }
    }

    /** Those that share a postal code. */
    public List<Commune> withPostalCode(String postalCode) {
        return byPostalCode.getOrDefault(postalCode, List.of()).stream()
                .map(this::at)
                .toList();
    }

    /** The only commune somebody can mean by a code, a name or a postal code, if there is one. */
    public Optional<Commune> meant(String typed) {
        Optional<Commune> exact = find(typed.strip()).or(() -> find(PREFIX + typed.strip()));
        if (exact.isPresent()) {
            return exact;
        }
        List<Commune> close = new ArrayList<>(suggest(typed, 2));
        boolean clear = close.size() == 1
                || (close.size() > 1
                        && plain(close.get(0).name()).equals(plain(typed))
                        && !plain(close.get(1).name()).equals(plain(typed)));
        return clear ? Optional.of(close.getFirst()) : Optional.empty();
    }
}
