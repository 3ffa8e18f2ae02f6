package fr.agora.jobs.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer as a client or a form writes it.
 *
 * @param description Markdown
 * @param organizationId absent: the organisation of the token
 * @param territories codes such as {@code DEP-75}, or {@code {"code", "label"}}
 * @param jobFamily a code of the vocabulary; absent: {@code autre}
 * @param seniority absent: {@code ANY}
 * @param skills codes of the vocabulary or free words
 * @param useCases ids of published use cases
 * @param validThrough last day, in Paris
 * @param visibility {@code PUBLIC} (also when absent) or {@code AGENTS}
 */
public record OfferRequest(
        @NotBlank(message = "field.required") @Size(max = 300, message = "field.too-long") @Nullable
        String title,

        @NotBlank(message = "field.required") @Size(max = 1000, message = "field.too-long") @Nullable
        String summary,

        @Size(max = 50_000, message = "field.too-long") @Nullable
        String description,

        @Size(max = 128, message = "field.too-long") @Nullable
        String organizationId,

        @Size(max = 20, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> territories,

        @NotNull(message = "field.required")
        @Min(value = 0, message = "offer.remote-days")
        @Max(value = 5, message = "offer.remote-days")
        @Nullable
        Integer remoteDaysPerWeek,

        @Size(max = 7, message = "field.too-many") @Nullable
        List<@NotNull(message = "field.required") ContractType> contractTypes,

        @Valid @Nullable Word jobFamily,
        @Nullable Seniority seniority,

        @Size(max = 40, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> skills,

        @Size(max = 200, message = "field.too-long") @Nullable
        String salaryText,

        @Size(max = 10, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> useCases,

        @NotNull(message = "field.required") @Nullable LocalDate validThrough,
        @Nullable Visibility visibility) {}
