package fr.agora.jobs.offer;

import fr.agora.platform.text.Labelled;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author says of an offer, checked and with its words found.
 *
 * @param description Markdown
 * @param organizationId who recruits; absent only for imported offers of unknown employers
 * @param territories with the levels above each
 * @param remoteDaysPerWeek 0 to 5
 * @param useCaseIds what the person will work on
 * @param themes from imports; not part of the fact yet
 * @param validThrough last day, in Paris; {@link #NO_END} for imported offers that have none
 * @param requiredSkills codes of those skills one cannot do without
 */
public record OfferContent(
        String title,
        String summary,
        @Nullable String description,
        @Nullable String organizationId,
        List<Labelled> territories,
        int remoteDaysPerWeek,
        List<ContractType> contractTypes,
        Labelled jobFamily,
        Seniority seniority,
        List<Labelled> skills,
        List<Labelled> themes,
        @Nullable String salaryText,
        List<String> useCaseIds,
        LocalDate validThrough,
        Visibility visibility,
        List<String> requiredSkills,
        @Nullable Salary salary,
        Classification classification,
        Circumstances circumstances) {

    /** The last day of an offer that has none. */
    public static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    public OfferContent {
        if (remoteDaysPerWeek < 0 || remoteDaysPerWeek > 5) {
            throw new IllegalArgumentException("A week has 0 to 5 remote days: " + remoteDaysPerWeek);
        }
        if (title.isBlank() || summary.isBlank()) {
            throw new IllegalArgumentException("An offer has a title and a summary");
        }
        territories = List.copyOf(territories);
        contractTypes = List.copyOf(contractTypes);
        skills = List.copyOf(skills);
        themes = List.copyOf(themes);
        useCaseIds = List.copyOf(useCaseIds);
        // offers written by earlier versions say nothing of these
        requiredSkills = requiredSkills == null ? List.of() : List.copyOf(requiredSkills);
        classification = classification == null ? Classification.NONE : classification;
        circumstances = circumstances == null ? Circumstances.NONE : circumstances;
    }

    public boolean hasEnd() {
        return !validThrough.equals(NO_END);
    }

    /** What readers are told: nothing where there is no end. */
    public @Nullable LocalDate lastDay() {
        return hasEnd() ? validThrough : null;
    }

    /** The same with another last day. */
    OfferContent until(LocalDate lastDay) {
        return new OfferContent(
                title,
                summary,
                description,
                organizationId,
                territories,
                remoteDaysPerWeek,
                contractTypes,
                jobFamily,
                seniority,
                skills,
                themes,
                salaryText,
                useCaseIds,
                lastDay,
                visibility,
                requiredSkills,
                salary,
                classification,
                circumstances);
    }
}
