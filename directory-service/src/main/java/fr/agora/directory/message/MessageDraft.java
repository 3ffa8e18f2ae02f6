package fr.agora.directory.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A first message as typed. */
public record MessageDraft(
        @NotBlank(message = "field.required") @Size(max = 150, message = "field.too-long")
        String subject,

        @NotBlank(message = "field.required") @Size(max = 4000, message = "field.too-long")
        String text) {

    public MessageDraft {
        subject = subject == null ? "" : subject.strip().replaceAll("\\s+", " ");
        text = text == null ? "" : text.strip();
    }
}
