package fr.agora.projects.funding;

/**
 * The rule of the FTAP window (Fonds de transformation de l'action publique), in whole euros: half of a project's total
 * budget at most, and never more than 500 000 EUR.
 */
public final class FundingWindow {

    /** In euros. */
    public static final long MOST = 500_000;

    /** In euros: beyond it, somebody mistyped. */
    public static final long LARGEST_BUDGET = 1_000_000_000;

    private FundingWindow() {}

    /** What the window may give. */
    public sealed interface Answer {

        /**
         * @param amount in euros, rounded down
         * @param limit which of the two limits holds
         */
        record Eligible(long amount, Limit limit) implements Answer {}

        /** The window is not for this applicant. */
        record NotEligible(Applicant applicant) implements Answer {}
    }

    /** What bounds a grant. */
    public enum Limit {
        HALF_OF_BUDGET,
        MOST
    }

    /** @param budget total of the project, in euros, above zero */
    public static Answer simulate(long budget, Applicant applicant) {
        if (budget <= 0 || budget > LARGEST_BUDGET) {
            throw new IllegalArgumentException(
                    "A total budget lies between 1 and %d euros: %d".formatted(LARGEST_BUDGET, budget));
        }
        if (!applicant.isEligible()) {
            return new Answer.NotEligible(applicant);
        }
        long half = budget / 2;
        return half < MOST ? new Answer.Eligible(half, Limit.HALF_OF_BUDGET) : new Answer.Eligible(MOST, Limit.MOST);
    }
}
