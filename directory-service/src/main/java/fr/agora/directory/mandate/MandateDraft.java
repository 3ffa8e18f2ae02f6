package fr.agora.directory.mandate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says who appoints.
 *
 * @param level of a relay; follows from the organisation if absent
 * @param holderId identifier of a member
 * @param startsOn first day; today if absent
 * @param endsOn last day; absent: open, which is in force, not over
 */
public record MandateDraft(
        @NotNull(message = "field.required") MandateRole role,

        @Nullable RelayLevel level,

        @NotBlank(message = "field.required") @Size(max = 128, message = "field.too-long")
        String holderId,

        @NotBlank(message = "field.required") @Size(max = 128, message = "field.too-long")
        String organizationId,

        @Valid ScopeDraft scope,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Valid ActDraft act) {

    /**
     * The perimeter as typed.
     *
     * @param organizations identifiers, each with what hangs below it; none: the mandate's own organisation
     * @param territories codes such as {@code DEP-07}
     * @param topics codes of themes; none means every topic
     */
    public record ScopeDraft(
            @Size(max = 50, message = "field.too-many")
            List<@NotBlank(message = "field.required") @Size(max = 128, message = "field.too-long") String>
                    organizations,

            @Size(max = 50, message = "field.too-many")
            List<@NotBlank(message = "field.required") @Size(max = 12, message = "field.too-long") String> territories,

            @Size(max = 50, message = "field.too-many")
            List<@NotBlank(message = "field.required") @Size(max = 80, message = "field.too-long") String> topics) {

        public static final ScopeDraft NONE = new ScopeDraft(List.of(), List.of(), List.of());

        public ScopeDraft {
            organizations = organizations == null ? List.of() : List.copyOf(organizations);
            territories = territories == null ? List.of() : List.copyOf(territories);
            topics = topics == null ? List.of() : List.copyOf(topics);
        }
    }

    /** The appointing act as typed. */
    public record ActDraft(
            @Nullable @Size(max = 200, message = "field.too-long")
            String reference,

            @Nullable LocalDate date) {

        public static final ActDraft NONE = new ActDraft(null, null);

        Act act() {
            return new Act(
                    reference == null || reference.isBlank() ? null : reference.strip(),
                    date == null ? null : date.toString());
        }
    }

    public MandateDraft {
        scope = scope == null ? ScopeDraft.NONE : scope;
        act = act == null ? ActDraft.NONE : act;
    }
}
