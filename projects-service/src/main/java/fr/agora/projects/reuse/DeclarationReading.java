package fr.agora.projects.reuse;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.forms.Written;
import fr.agora.projects.usecase.UseCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes a declaration of what was written, or says every wrong field at once. */
@Component
final class DeclarationReading {

    private static final int LONGEST_CONTEXT = 2_000;
    private static final int LONGEST_CONTACT = 200;

    private final Clock clock;

    DeclarationReading(Clock clock) {
        this.clock = clock;
    }

    Declaration read(DeclarationRequest request, UseCase useCase) {
        List<FieldProblem> problems = new ArrayList<>();
        Set<String> blocks = new LinkedHashSet<>();
        for (String block : Objects.requireNonNullElse(request.blocks(), List.<String>of())) {
            if (block == null || useCase.block(block).isEmpty()) {
                problems.add(FieldProblem.of("blocks", "field.unknown", String.valueOf(block)));
            } else {
                blocks.add(block);
            }
        }
        LocalDate since = Written.pastDay("since", request.since(), clock, problems);
        String context = Written.text("context", request.context(), LONGEST_CONTEXT, problems);
        String contact = Written.text("contact", request.contact(), LONGEST_CONTACT, problems);
        if (Written.holdsAnAddress(contact)) {
            problems.add(FieldProblem.of("contact", "reuse.contact-address"));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        return new Declaration(List.copyOf(blocks), since, context, contact);
    }
}
