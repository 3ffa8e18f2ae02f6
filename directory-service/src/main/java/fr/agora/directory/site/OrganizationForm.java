package fr.agora.directory.site;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationDraft;
import fr.agora.directory.organization.OrganizationKind;
import fr.agora.directory.organization.OrganizationRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An organisation as typed. */
public record OrganizationForm(
        @Nullable String id,
        @Nullable String name,
        @Nullable String acronym,
        @Nullable OrganizationKind kind,
        @Nullable String summary,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String parents,
        @Nullable String territory) {

    /** Separated by semicolons or lines: names of ministries hold commas. */
    List<String> parentNames() {
        return parents == null
                ? List.of()
                : Arrays.stream(parents.split("[;\\n]"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .limit(10)
                        .toList();
    }

    OrganizationDraft draft(List<String> parentIds) {
        return new OrganizationDraft(
                id,
                name == null ? "" : name.strip(),
                acronym,
                kind == null ? OrganizationKind.OTHER : kind,
                summary,
                siren,
                siret,
                parentIds,
                territory == null || territory.isBlank() ? List.of() : List.of(territory));
    }

    static Map<String, Object> of(Organization organization) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", organization.name());
        values.put("acronym", Objects.requireNonNullElse(organization.acronym(), ""));
        values.put("kind", organization.kind());
        values.put("summary", Objects.requireNonNullElse(organization.summary(), ""));
        values.put("siren", Objects.requireNonNullElse(organization.siren(), ""));
        values.put("siret", Objects.requireNonNullElse(organization.siret(), ""));
        values.put(
                "parents",
                String.join(
                        "\n",
                        organization.parents().stream()
                                .map(OrganizationRef::name)
                                .toList()));
        values.put(
                "territory",
                organization.territoryCodes().isEmpty()
                        ? ""
                        : organization.territoryCodes().getFirst());
        return values;
    }
}
