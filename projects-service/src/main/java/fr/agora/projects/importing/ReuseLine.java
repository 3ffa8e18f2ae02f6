package fr.agora.projects.importing;

import fr.agora.projects.reuse.DeclarationRequest;
import fr.agora.projects.reuse.ReuseImporting.Imported;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One reuse of a file, in its French columns. */
final class ReuseLine {

    private final Columns columns;
    private final String defaultSource;
    private final LocalDate today;

    ReuseLine(ObjectNode line, String defaultSource, Clock clock) {
        this.columns = new Columns(line);
        this.defaultSource = defaultSource;
        this.today = LocalDate.now(clock);
    }

    Imported read() {
        String id = columns.required("id", 128);
        String source = Objects.requireNonNullElse(columns.text("source", 100), defaultSource);
        String useCase = columns.required("cas_usage", 200);
        String organization = columns.required("organisation_id", 128);
        String since = columns.required("depuis", 40);
        String context = columns.required("contexte", 2_000);
        String contact = columns.required("contact", 200);
        LocalDate declaredOn = pastDay("declaree_le");
        LocalDate confirmedOn = pastDay("confirmee_le");
        if (declaredOn == null) {
            columns.refuseUnlessRefused("declaree_le", "field.required");
        } else if (confirmedOn != null && confirmedOn.isBefore(declaredOn)) {
            columns.refuse("confirmee_le", "reuse.confirmed-first");
        }
        DeclarationRequest said = new DeclarationRequest(useCase, columns.list("briques"), since, context, contact);
        columns.check();
        return new Imported(source + "/" + id, organization, said, Objects.requireNonNull(declaredOn), confirmedOn);
    }

    private @Nullable LocalDate pastDay(String column) {
        LocalDate day = columns.day(column);
        if (day != null && day.isAfter(today)) {
            columns.refuse(column, "field.future-day");
        }
        return day;
    }
}
