package fr.agora.projects.referencedata;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference dataset as written, every criterion whole or absent. */
public record ReferenceDraft(
        String id,
        String name,
        String summary,
        String sourceOrganization,
        @Nullable String dataGouvSlug,
        @Nullable Criterion completeness,
        @Nullable Criterion freshness,
        @Nullable Criterion diffusion) {

    private static final String SLUG = "[a-z0-9][a-z0-9-]{1,99}";

    /** What was typed under one criterion. */
    public record Written(
            @Nullable String value,
            @Nullable String measuredOn,
            @Nullable String source) {

        boolean isEmpty() {
            return isBlank(value) && isBlank(measuredOn) && isBlank(source);
        }
    }

    /** @throws ProblemException with every wrong field */
    public static ReferenceDraft checked(
            @Nullable String id,
            @Nullable String name,
            @Nullable String summary,
            @Nullable String sourceOrganization,
            @Nullable String dataGouvSlug,
            @Nullable Written completeness,
            @Nullable Written freshness,
            @Nullable Written diffusion,
            Clock clock) {
        List<FieldProblem> problems = new ArrayList<>();
        if (id == null || !id.matches(SLUG)) {
            problems.add(FieldProblem.of("id", id == null || id.isBlank() ? "field.required" : "field.format"));
        }
        required("name", name, 200, problems);
        required("summary", summary, 1_000, problems);
        required("sourceOrganization", sourceOrganization, 128, problems);
        String slug = isBlank(dataGouvSlug)
                ? null
                : Objects.requireNonNull(dataGouvSlug).strip();
        if (slug != null && !slug.matches("[a-z0-9][a-z0-9-]{1,199}")) {
            problems.add(FieldProblem.of("dataGouvSlug", "field.format"));
        }
        Criterion complete = criterion("completeness", completeness, clock, problems);
        Criterion fresh = criterion("freshness", freshness, clock, problems);
        Criterion open = criterion("diffusion", diffusion, clock, problems);
        if (!problems.isEmpty() || id == null || name == null || summary == null || sourceOrganization == null) {
            throw ProblemException.invalidFields(problems);
        }
        return new ReferenceDraft(
                id, name.strip(), summary.strip(), sourceOrganization.strip(), slug, complete, fresh, open);
    }

    private static @Nullable Criterion criterion(
            String field, @Nullable Written written, Clock clock, List<FieldProblem> problems) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        int before = problems.size();
        required(field + ".value", written.value(), 300, problems);
        required(field + ".source", written.source(), 300, problems);
        LocalDate day = day(field + ".measuredOn", written.measuredOn(), clock, problems);
        return problems.size() > before || day == null || written.value() == null || written.source() == null
                ? null
                : new Criterion(written.value().strip(), day, written.source().strip());
    }

    private static @Nullable LocalDate day(
            String field, @Nullable String typed, Clock clock, List<FieldProblem> problems) {
        if (isBlank(typed)) {
            problems.add(FieldProblem.of(field, "field.required"));
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(Objects.requireNonNull(typed).strip());
            if (day.isAfter(LocalDate.now(clock))) {
                problems.add(FieldProblem.of(field, "use-case.future-date"));
                return null;
            }
            return day;
        } catch (DateTimeException unreadable) {
            problems.add(FieldProblem.of(field, "use-case.date"));
            return null;
        }
    }

    private static void required(String field, @Nullable String text, int longest, List<FieldProblem> problems) {
        if (isBlank(text)) {
            problems.add(FieldProblem.of(field, "field.required"));
        } else if (Objects.requireNonNull(text).length() > longest) {
            problems.add(FieldProblem.of(field, "field.too-long", longest));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    ReferenceDataset dataset() {
        return new ReferenceDataset(
                id, name, summary, sourceOrganization, dataGouvSlug, completeness, freshness, diffusion);
    }
}
