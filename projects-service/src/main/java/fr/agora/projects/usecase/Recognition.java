package fr.agora.projects.usecase;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others found a use case worth. It is recomputed from confirmed reuses, reviews and awards, never typed in.
 *
 * @param reuseCount confirmed reuses of the whole or of a brick
 * @param verdict of the latest review, absent while there is none
 */
public record Recognition(
        int reuseCount, @Nullable Verdict verdict, @Nullable LocalDate reviewedOn, List<Distinction> distinctions) {

    public static final Recognition NONE = new Recognition(0, null, null, List.of());

    public Recognition {
        distinctions = distinctions == null ? List.of() : List.copyOf(distinctions);
    }

    /**
     * An award it ran for.
     *
     * @param edition identifier of the edition
     * @param laureate whether it won, or was a candidate
     */
    public record Distinction(String edition, String editionName, String category, boolean laureate) {}

    public Recognition withReuses(int count) {
        return new Recognition(count, verdict, reviewedOn, distinctions);
    }

    public Recognition withReview(Verdict found, LocalDate on) {
        return new Recognition(reuseCount, found, on, distinctions);
    }

    public Recognition withDistinctions(List<Distinction> found) {
        return new Recognition(reuseCount, verdict, reviewedOn, found);
    }
}
