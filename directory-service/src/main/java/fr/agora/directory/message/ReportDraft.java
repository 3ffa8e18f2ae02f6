package fr.agora.directory.message;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A report as typed. */
public record ReportDraft(
        @NotNull(message = "field.required") Reason reason,

        @Nullable @Size(max = 1000, message = "field.too-long")
        String detail) {}
