package fr.agora.directory.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** An answer as typed. */
public record AnswerDraft(
        @NotBlank(message = "field.required") @Size(max = 4000, message = "field.too-long")
        String text) {

    public AnswerDraft {
        text = text == null ? "" : text.strip();
    }
}
