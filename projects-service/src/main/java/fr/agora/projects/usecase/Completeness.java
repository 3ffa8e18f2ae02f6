package fr.agora.projects.usecase;

import fr.agora.platform.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a use case must say before a person may publish it: whose life it changes, how, and one measure of it. */
public final class Completeness {

    private static final String REQUIRED = "use-case.needed-to-publish";

    private Completeness() {}

    /** The fields still missing; empty when it may be published. */
    public static List<FieldProblem> missing(UseCaseContent content) {
        return missing(content.audience(), content.whatChanges(), content.indicators());
    }

    static List<FieldProblem> missing(
            @Nullable String audience, @Nullable String whatChanges, List<Indicator> indicators) {
        List<FieldProblem> missing = new ArrayList<>();
        require("audience", audience, missing);
        require("whatChanges", whatChanges, missing);
        if (indicators.isEmpty()) {
            missing.add(FieldProblem.of("indicators", "use-case.needs-indicator"));
        }
        for (int index = 0; index < indicators.size(); index++) {
            Indicator indicator = indicators.get(index);
            String field = "indicators[" + index + "].";
            require(field + "label", indicator.label(), missing);
            require(field + "before", indicator.before(), missing);
            require(field + "after", indicator.after(), missing);
            require(field + "measuredOn", indicator.measuredOn(), missing);
            require(field + "source", indicator.source(), missing);
        }
        return missing;
    }

    private static void require(String field, @Nullable Object value, List<FieldProblem> missing) {
        if (value == null || value.toString().isBlank()) {
            missing.add(FieldProblem.of(field, REQUIRED));
        }
    }
}
