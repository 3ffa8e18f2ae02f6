package fr.agora.sample;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form with one field of each kind. */
public record OfferForm(
        @NotBlank @Nullable String title,
        @NotBlank @Nullable String text,
        @Min(0) @Max(5) @Nullable Integer remoteDays,
        @Nullable LocalDate closing,
        @Nullable String skills,
        @Nullable String family,
        @Nullable String contract,
        @Nullable List<String> audiences,
        @Nullable Boolean relayed) {}
