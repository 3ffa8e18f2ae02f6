package fr.agora.directory.mandate;

import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.lifecycle.ImportedLine;
import fr.agora.directory.mandate.MandateDraft.ActDraft;
import fr.agora.directory.mandate.MandateDraft.ScopeDraft;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads mandates in the import format (docs/operations/import-data.md). */
@Component
class MandateImport {

    private static final Map<String, MandateRole> ROLES = Map.of(
            "agd", MandateRole.AGD,
            "amdac", MandateRole.AMDAC,
            "amdac-delegue", MandateRole.AMDAC_DELEGATE,
            "chef-de-datalab", MandateRole.DATALAB_HEAD,
            "relais", MandateRole.RELAY,
            "referent-regional", MandateRole.REGIONAL_REFERENT);
    private static final Map<String, RelayLevel> LEVELS = Map.of(
            "direction", RelayLevel.DIRECTORATE,
            "service-deconcentre", RelayLevel.FIELD_SERVICE,
            "operateur", RelayLevel.OPERATOR);

    /** The fields of a draft, as the columns name them. */
    private static final Map<String, String> COLUMNS = Map.of(
            "holderId", "membre_id",
            "organizationId", "organisation_id",
            "scope.organizations", "perimetre_ids",
            "scope.territories", "territoires",
            "scope.topics", "themes",
            "endsOn", "fin",
            "delegatedBy", "delegue_de");

    private final MandateAppointment appointment;
    private final Vocabularies vocabularies;

    MandateImport(MandateAppointment appointment, Vocabularies vocabularies) {
        this.appointment = appointment;
        this.vocabularies = vocabularies;
    }

    LineOutcome importLine(ObjectNode json, @Nullable String source) {
        ImportedLine line = new ImportedLine(json, source);
        String id = line.id();
        ImportKey key = line.key();
        line.required("role", 40);
        MandateRole role = line.oneOf("role", ROLES, MandateRole.RELAY);
        @Nullable RelayLevel level = level(line);
        List<String> topics = line.list("themes").stream()
                .map(vocabularies.themes()::named)
                .map(Labelled::code)
                .toList();
        MandateDraft draft = new MandateDraft(
                role,
                level,
                line.required("membre_id", 128),
                line.required("organisation_id", 128),
                new ScopeDraft(line.list("perimetre_ids"), line.territories(), topics),
                day(line, "debut"),
                day(line, "fin"),
                new ActDraft(line.text("acte", 200), day(line, "acte_date")));
        if (draft.startsOn() == null) {
            line.refuse("debut", "field.required");
        }
        @Nullable String delegatedBy = line.text("delegue_de", 128);
        if (role == MandateRole.AMDAC_DELEGATE && delegatedBy == null) {
            line.refuse("delegue_de", "field.required");
        }
        line.check();
        try {
            return appointment.importOne(id, draft, delegatedBy, key);
        } catch (ProblemException refused) {
            if (refused.fields().isEmpty()) {
                throw refused;
            }
            throw ProblemException.invalidFields(
                    refused.fields().stream().map(MandateImport::asColumn).toList());
        }
    }

    private static @Nullable RelayLevel level(ImportedLine line) {
        return line.text("niveau", 40) == null ? null : line.oneOf("niveau", LEVELS, RelayLevel.DIRECTORATE);
    }

    private static FieldProblem asColumn(FieldProblem problem) {
        return new FieldProblem(
                COLUMNS.getOrDefault(problem.field(), problem.field()), problem.message(), problem.arguments());
    }

    private static @Nullable LocalDate day(ImportedLine line, String field) {
        @Nullable String text = line.text(field, 10);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            line.refuse(field, "field.format");
            return null;
        }
    }
}
