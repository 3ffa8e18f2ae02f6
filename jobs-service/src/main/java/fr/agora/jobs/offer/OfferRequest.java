package fr.agora.jobs.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param requiredSkills those one cannot do without; they need not stand among the skills too
 * @param salaryFrom in a year before tax, in euros
 * @param rome a code of the vocabulary
 * @param rmfp its code, of which only the form is checked
 * @param address of the office, beside the territories
 * @param labId a datalab the directory knows
 * @param team Markdown
 * @param process Markdown
 * @param contactMandateId a mandate in force
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
        @Nullable Visibility visibility,

        @Size(max = 40, message = "field.too-many") @Nullable
        List<@Valid @NotNull(message = "field.required") Word> requiredSkills,

        @Min(value = 0, message = "offer.salary-range")
        @Max(value = 1_000_000, message = "offer.salary-range")
        @Nullable
        Integer salaryFrom,

        @Min(value = 0, message = "offer.salary-range")
        @Max(value = 1_000_000, message = "offer.salary-range")
        @Nullable
        Integer salaryTo,

        @Valid @Nullable Word rome,

        @Pattern(regexp = "\\s*|[A-Z0-9][A-Z0-9/-]{2,19}", message = "offer.rmfp-format") @Nullable
        String rmfp,

        Classification.@Nullable Category category,
        Classification.@Nullable Access access,
        Classification.@Nullable Versant versant,

        @Size(max = 200, message = "field.too-long") @Nullable
        String address,

        @Size(max = 128, message = "field.too-long") @Nullable
        String labId,

        @Size(max = 5_000, message = "field.too-long") @Nullable
        String team,

        @Size(max = 5_000, message = "field.too-long") @Nullable
        String process,

        @Size(max = 128, message = "field.too-long") @Nullable
        String contactMandateId) {

    /** The same, in one more place, unless the list is full or names it already. */
    public OfferRequest in(Word place) {
        List<Word> places = new ArrayList<>(territories == null ? List.of() : territories);
        boolean known = places.stream().anyMatch(each -> each.text().equals(place.text()));
        if (!known && places.size() < 20) {
            places.addFirst(place);
        }
        return new OfferRequest(
                title,
                summary,
                description,
                organizationId,
                places,
                remoteDaysPerWeek,
                contractTypes,
                jobFamily,
                seniority,
                skills,
                salaryText,
                useCases,
                validThrough,
                visibility,
                requiredSkills,
                salaryFrom,
                salaryTo,
                rome,
                rmfp,
                category,
                access,
                versant,
                address,
                labId,
                team,
                process,
                contactMandateId);
    }
}
