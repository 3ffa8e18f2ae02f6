package fr.agora.projects.support;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked for; nothing in it bounds how long or how much. */
public record SupportDraft(String organizationId, String title, String description, Set<SupportNeed> needs) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 10_000;

    /** @throws ProblemException with every wrong field */
    public static SupportDraft checked(
            @Nullable String organizationId,
            @Nullable String title,
            @Nullable String description,
            @Nullable List<SupportNeed> needs) {
        List<FieldProblem> problems = new ArrayList<>();
        required("organizationId", organizationId, 128, problems);
        required("title", title, LONGEST_TITLE, problems);
        required("description", description, LONGEST_DESCRIPTION, problems);
        List<SupportNeed> stated = needs == null
                ? List.of()
                : needs.stream().filter(Objects::nonNull).toList();
        if (stated.isEmpty()) {
            problems.add(FieldProblem.of("needs", "support.needs"));
        }
        if (!problems.isEmpty() || organizationId == null || title == null || description == null) {
            throw ProblemException.invalidFields(problems);
        }
        return new SupportDraft(organizationId.strip(), title.strip(), description.strip(), EnumSet.copyOf(stated));
    }

    static void required(String field, @Nullable String text, int longest, List<FieldProblem> problems) {
        if (text == null || text.isBlank()) {
            problems.add(FieldProblem.of(field, "field.required"));
        } else if (text.length() > longest) {
            problems.add(FieldProblem.of(field, "field.too-long", longest));
        }
    }

    /** A text that must be there. */
    static String text(String field, @Nullable String text, int longest) {
        List<FieldProblem> problems = new ArrayList<>();
        required(field, text, longest, problems);
        if (!problems.isEmpty() || text == null) {
            throw ProblemException.invalidFields(problems);
        }
        return text.strip();
    }
}
