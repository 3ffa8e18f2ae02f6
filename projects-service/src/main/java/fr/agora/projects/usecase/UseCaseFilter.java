package fr.agora.projects.usecase;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Which use cases a reader wants to see.
 *
 * @param q words, each the beginning of a word of the use case
 * @param theme code of a theme
 * @param organization id of an organisation that carries it
 * @param skill code of a skill
 * @param replicability what the latest review found
 * @param award identifier of an edition it ran in
 */
public record UseCaseFilter(
        @Nullable String q,
        @Nullable Phase phase,
        @Nullable String theme,
        @Nullable String organization,
        @Nullable String skill,
        @Nullable Verdict replicability,
        @Nullable String award) {

    private static final int LONGEST = 200;

    public UseCaseFilter {
        q = orAbsent("q", q);
        theme = orAbsent("theme", theme);
        organization = orAbsent("organization", organization);
        skill = orAbsent("skill", skill);
        award = orAbsent("award", award);
    }

    /** Everything of one theme. */
    public static UseCaseFilter ofTheme(String code) {
        return new UseCaseFilter(null, null, code, null, null, null, null);
    }

    /** Whether everything is listed. */
    public boolean isEmpty() {
        return q == null
                && phase == null
                && theme == null
                && organization == null
                && skill == null
                && replicability == null
                && award == null;
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
