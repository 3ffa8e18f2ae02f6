package fr.agora.directory.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an editor says of an organisation.
 *
 * @param id wanted identifier, a slug; only read at creation, made from the acronym or name if absent
 * @param siren nine digits, shared by all establishments of one legal body; taken from the SIRET if absent
 * @param siret fourteen digits, no other organisation's
 * @param parentIds supervising bodies, the nearest first
 * @param territories codes such as {@code DEP-07}
 */
public record OrganizationDraft(
        @Nullable
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "field.format")
        @Size(max = 80, message = "field.too-long")
        String id,

        @NotBlank(message = "field.required") @Size(max = 300, message = "field.too-long")
        String name,

        @Nullable @Size(max = 60, message = "field.too-long")
        String acronym,

        @NotNull(message = "field.required") OrganizationKind kind,

        @Nullable @Size(max = 1000, message = "field.too-long")
        String summary,

        @Nullable String siren,

        @Nullable String siret,

        @Size(max = 10, message = "field.too-many")
        List<@NotBlank(message = "field.required") @Size(max = 128, message = "field.too-long") String> parentIds,

        @Size(max = 20, message = "field.too-many")
        List<@NotBlank(message = "field.required") @Size(max = 12, message = "field.too-long") String> territories) {

    public OrganizationDraft {
        parentIds = parentIds == null ? List.of() : List.copyOf(parentIds);
        territories = territories == null ? List.of() : List.copyOf(territories);
        acronym = acronym == null || acronym.isBlank() ? null : acronym.strip();
        summary = summary == null || summary.isBlank() ? null : summary.strip();
        siret = digits(siret);
        siren = digits(siren);
        if (siren == null && siret != null && siret.length() == 14) {
            siren = siret.substring(0, 9);
        }
        id = id == null || id.isBlank() ? null : id;
    }

    OrganizationDraft below(List<String> others) {
        return new OrganizationDraft(id, name, acronym, kind, summary, siren, siret, others, territories);
    }

    /** People group the digits as they like, also by the no-break spaces that pages show. */
    private static @Nullable String digits(@Nullable String number) {
        return number == null || number.isBlank() ? null : number.replaceAll("[\\s\\u00a0\\u202f]", "");
    }
}
