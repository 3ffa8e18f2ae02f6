package fr.agora.search.feed;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The bands of yearly pay, in thousands of euros, that an offer's range touches: {@code 40-50}. */
final class SalaryBands {

    /** Where each band begins; the last has no end. */
    private static final List<Integer> FROM = List.of(0, 30, 40, 50, 60, 80);

    private static final int THOUSAND = 1_000;

    private SalaryBands() {}

    /** None where the offer says nothing; one end alone stands for itself. */
    static List<String> of(@Nullable Integer from, @Nullable Integer to) {
        var lower = from == null ? to : from;
        if (lower == null) {
            return List.of();
        }
        int least = lower;
        int end = Math.max(to == null ? least : to, least + 1);
        return IntStream.range(0, FROM.size())
                .filter(band -> begin(band) < end && (band == last() || least < begin(band + 1)))
                .mapToObj(SalaryBands::code)
                .toList();
    }

    private static int begin(int band) {
        return FROM.get(band) * THOUSAND;
    }

    private static String code(int band) {
        return band == last() ? FROM.get(band) + "+" : FROM.get(band) + "-" + FROM.get(band + 1);
    }

    private static int last() {
        return FROM.size() - 1;
    }
}
