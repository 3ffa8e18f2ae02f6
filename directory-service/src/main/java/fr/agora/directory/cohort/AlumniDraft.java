package fr.agora.directory.cohort;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A place in a promotion as typed.
 *
 * @param code of {@code contracts/reference/cohorts.csv}
 */
public record AlumniDraft(
        @NotBlank(message = "field.required") @Size(max = 20, message = "field.too-long")
        String code,

        @Nullable @Size(max = 200, message = "field.too-long")
        String challenge,

        @Nullable ProfileType profile) {

    public AlumniDraft {
        challenge = challenge == null || challenge.isBlank() ? null : challenge.strip();
    }
}
