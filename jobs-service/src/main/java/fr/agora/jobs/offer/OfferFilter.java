package fr.agora.jobs.offer;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which offers a reader wants to see.
 *
 * @param q words, each the beginning of a word of the offer
 * @param minRemoteDays at least so many remote days a week
 * @param family code of a job family
 * @param territory code of a territory
 * @param contract one way to be hired
 * @param organization id of the organisation that recruits
 */
public record OfferFilter(
        @Nullable String q,
        @Nullable Integer minRemoteDays,
        @Nullable String family,
        @Nullable String territory,
        @Nullable ContractType contract,
        @Nullable String organization) {

    public static final OfferFilter NONE = new OfferFilter(null, null, null, null, null, null);
    private static final int LONGEST = 200;

    public OfferFilter {
        q = orAbsent("q", q);
        family = orAbsent("family", family);
        territory = orAbsent("territory", territory);
        organization = orAbsent("organization", organization);
        if (minRemoteDays != null && (minRemoteDays < 0 || minRemoteDays > 5)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "minRemoteDays");
        }
    }

    /** Whether everything is listed. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    private static @Nullable String orAbsent(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, name);
        }
        return value.strip();
    }
}
