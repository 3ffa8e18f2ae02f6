package fr.agora.jobs.tension;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One family of trades on the board.
 *
 * @param open offers readers see now
 * @param medianDays half of the open offers have been open longer
 * @param applications to the open offers; null where nobody counts them
 * @param late open offers of more than sixty days
 * @param mature offers of the last fourteen months published more than sixty days ago
 * @param unfilled of those, not filled within sixty days
 */
public record FamilyTension(
        String family,
        String label,
        long open,
        long medianDays,
        @Nullable Long applications,
        long late,
        long mature,
        long unfilled) {

    /** What wants attention first: late offers, then those long open. */
    static final Comparator<FamilyTension> TENSEST_FIRST = Comparator.comparingLong(
                    (FamilyTension each) -> -each.late())
            .thenComparingLong(each -> -each.medianDays())
            .thenComparing(FamilyTension::label);

    /** In hundredths; null where no offer is old enough. */
    public @Nullable Long unfilledPercent() {
        return mature == 0 ? null : Math.round(100.0 * unfilled / mature);
    }

    private static long median(long[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static FamilyTension of(List<Watched> offers, @Nullable Map<String, Long> applications, LocalDate today) {
        Watched first = offers.getFirst();
        List<Watched> open = offers.stream().filter(Watched::open).toList();
        long[] days =
                open.stream().mapToLong(each -> each.daysOpen(today)).sorted().toArray();
        return new FamilyTension(
                first.family(),
                first.familyLabel(),
                open.size(),
                median(days),
                applications == null
                        ? null
                        : open.stream()
                                .mapToLong(each -> applications.getOrDefault(each.id(), 0L))
                                .sum(),
                open.stream()
                        .filter(each -> each.daysOpen(today) > Watched.PATIENCE)
                        .count(),
                offers.stream().filter(each -> each.isMature(today)).count(),
                offers.stream()
                        .filter(each -> each.isMature(today) && !each.wasFilledInTime())
                        .count());
    }
}
