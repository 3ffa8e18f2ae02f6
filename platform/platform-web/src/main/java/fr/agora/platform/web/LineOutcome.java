package fr.agora.platform.web;

import java.util.List;

/** What became of one imported line. */
public sealed interface LineOutcome {

    record Created(String id) implements LineOutcome {}

    record Updated(String id) implements LineOutcome {}

    record Unchanged(String id) implements LineOutcome {}

    record Refused(List<FieldProblem> reasons) implements LineOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
