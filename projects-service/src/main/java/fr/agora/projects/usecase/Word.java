package fr.agora.projects.usecase;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A code, alone as a JSON text or with its label as an object: what a reader gets back may be sent again as it is.
 *
 * @param code or the id of an organisation
 */
public record Word(
        @NotBlank(message = "field.required") @Size(max = 128, message = "field.too-long") @Nullable
        String code,

        @Size(max = 200, message = "field.too-long") @Nullable
        String label) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Word(
            @JsonProperty("code") @JsonAlias("id") @Nullable String code,
            @JsonProperty("label") @JsonAlias("name") @Nullable String label) {
        this.code = code;
        this.label = label;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Word of(String code) {
        return new Word(code, null);
    }

    /** For words that passed validation. */
    String text() {
        return code == null ? "" : code.strip();
    }

    String labelOr(String otherwise) {
        return label == null || label.isBlank() ? otherwise : label.strip();
    }
}
