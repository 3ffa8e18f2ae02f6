package fr.agora.directory.organization;

import fr.agora.directory.lifecycle.ImportKey;
import fr.agora.directory.lifecycle.ImportedLine;
import fr.agora.platform.web.LineOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads organisations in the import format (docs/operations/import-data.md). */
@Component
public class OrganizationImport {

    private static final Map<String, OrganizationKind> KINDS = Map.ofEntries(
            Map.entry("ministere", OrganizationKind.MINISTRY),
            Map.entry("direction", OrganizationKind.DIRECTORATE),
            Map.entry("service", OrganizationKind.SERVICE),
            Map.entry("operateur", OrganizationKind.OPERATOR),
            Map.entry("service-deconcentre", OrganizationKind.FIELD_SERVICE),
            Map.entry("datalab", OrganizationKind.DATALAB),
            Map.entry("autorite-independante", OrganizationKind.INDEPENDENT_AUTHORITY),
            Map.entry("juridiction", OrganizationKind.JURISDICTION),
            Map.entry("collectivite-territoriale", OrganizationKind.LOCAL_AUTHORITY),
            Map.entry("securite-sociale", OrganizationKind.SOCIAL_SECURITY),
            Map.entry("autre", OrganizationKind.OTHER));

    private final OrganizationEditing editing;

    OrganizationImport(OrganizationEditing editing) {
        this.editing = editing;
    }

    public LineOutcome importLine(ObjectNode json, @Nullable String source) {
        ImportedLine line = new ImportedLine(json, source);
        String id = line.id();
        ImportKey key = line.key();
        List<String> parents = new ArrayList<>();
        @Nullable String parent = line.text("parent_id", 128);
        if (parent != null) {
            parents.add(parent);
        }
        line.list("ids_tutelles").stream()
                .filter(each -> !parents.contains(each))
                .forEach(parents::add);
        OrganizationDraft draft = new OrganizationDraft(
                null,
                line.required("nom", 300),
                line.text("sigle", 60),
                line.oneOf("type", KINDS, OrganizationKind.OTHER),
                line.text("resume", 1_000),
                line.text("siren", 20),
                line.text("siret", 20),
                parents,
                line.territories());
        line.check();
        return editing.importOne(id, draft, key, !line.isDraft());
    }
}
