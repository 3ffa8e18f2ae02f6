package fr.agora.projects.funding;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as somebody wants to record it, checked against both limits.
 *
 * @param totalBudget of the project, in euros
 * @param share what the window pays of it, in euros
 */
public record GrantDraft(int year, long totalBudget, long share) {

    /** The window opened with the State's budget of 2018. */
    static final int FIRST_YEAR = 2018;

    /** @throws ProblemException with every wrong field */
    public static GrantDraft checked(
            @Nullable Integer year, @Nullable Long totalBudget, @Nullable Long share, Clock clock) {
        List<FieldProblem> problems = new ArrayList<>();
        int lastYear = LocalDate.now(clock).getYear();
        if (year == null) {
            problems.add(FieldProblem.of("year", "field.required"));
        } else if (year < FIRST_YEAR || year > lastYear) {
            problems.add(FieldProblem.of("year", "funding.year", String.valueOf(FIRST_YEAR), String.valueOf(lastYear)));
        }
        if (totalBudget == null) {
            problems.add(FieldProblem.of("totalBudget", "field.required"));
        } else if (totalBudget <= 0 || totalBudget > FundingWindow.LARGEST_BUDGET) {
            problems.add(FieldProblem.of("totalBudget", "funding.budget", FundingWindow.LARGEST_BUDGET));
        }
        checkShare(totalBudget, share, problems);
        if (!problems.isEmpty() || year == null || totalBudget == null || share == null) {
            throw ProblemException.invalidFields(problems);
        }
        return new GrantDraft(year, totalBudget, share);
    }

    private static void checkShare(@Nullable Long totalBudget, @Nullable Long share, List<FieldProblem> problems) {
        if (share == null) {
            problems.add(FieldProblem.of("share", "field.required"));
        } else if (share <= 0) {
            problems.add(FieldProblem.of("share", "funding.share"));
        } else if (share > FundingWindow.MOST) {
            problems.add(FieldProblem.of("share", "funding.share.most", FundingWindow.MOST));
        } else if (totalBudget != null && totalBudget > 0 && share > totalBudget / 2) {
            problems.add(FieldProblem.of("share", "funding.share.half", totalBudget / 2));
        }
    }
}
