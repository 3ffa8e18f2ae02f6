package fr.agora.jobs.offer;

import fr.agora.platform.text.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * Where a post stands in the frames of reference of the civil service.
 *
 * @param rome trade in France Travail's directory
 * @param rmfp code in the directory of the civil service's trades
 */
public record Classification(
        @Nullable Labelled rome,
        @Nullable String rmfp,
        @Nullable Category category,
        @Nullable Access access,
        @Nullable Versant versant) {

    public static final Classification NONE = new Classification(null, null, null, null, null);

    /** Hierarchical category of the post. */
    public enum Category {
        A_PLUS,
        A,
        B,
        C
    }

    /** To whom the post is open. */
    public enum Access {
        CIVIL_SERVANTS,
        CONTRACT_STAFF,
        BOTH
    }

    /** Which of the three civil services recruits: State, local or hospital. */
    public enum Versant {
        FPE,
        FPT,
        FPH
    }
}
