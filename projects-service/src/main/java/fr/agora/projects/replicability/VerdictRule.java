package fr.agora.projects.replicability;

import fr.agora.projects.usecase.Verdict;
import java.util.List;

/**
 * How ten scores become a verdict (ADR 0022): from 15 points of 20 with no essential criterion at zero, replicable; from 8
 * points, with conditions; below, not. An essential criterion at zero never allows more than « with conditions ».
 */
public final class VerdictRule {

    /** From here on, replicable. */
    public static final int REPLICABLE_FROM = 15;

    /** From here on, with conditions. */
    public static final int CONDITIONS_FROM = 8;

    private VerdictRule() {}

    static Verdict of(List<Score> scores) {
        int total = scores.stream().mapToInt(Score::points).sum();
        boolean blocked = scores.stream().anyMatch(each -> each.criterion().isEssential() && each.points() == 0);
        if (total >= REPLICABLE_FROM && !blocked) {
            return Verdict.REPLICABLE;
        }
        return total >= CONDITIONS_FROM ? Verdict.WITH_CONDITIONS : Verdict.NOT_REPLICABLE;
    }
}
