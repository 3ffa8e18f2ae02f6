package fr.agora.jobs.recruiter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mandates to decide on.
 *
 * @param shown which of the three lists
 * @param today the first day a mandate may end, ISO
 * @param inAYear the day that is proposed, ISO
 */
public record MandateDecisionPage(
        List<MandateCard> mandates,
        Shown shown,
        String today,
        String inAYear,
        @Nullable String next,
        @Nullable String first) {

    /** Which mandates. */
    public enum Shown {
        DEMANDES,
        EN_VIGUEUR,
        PASSES;

        /** As in the address. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
