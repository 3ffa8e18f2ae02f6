package fr.agora.directory.member;

import fr.agora.directory.cohort.AlumniDraft;
import fr.agora.directory.lifecycle.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of themselves. There is no e-mail and no telephone here: people are reached through the platform.
 *
 * @param skills codes, labels or aliases of the vocabulary, or words of the member's own
 * @param offers help the member offers, free words
 * @param asks help the member seeks
 * @param territories codes such as {@code DEP-07}
 * @param cohort promotion of « Entrepreneurs d'intérêt général »
 * @param visibilities by field; a field that is not named is shown to agents, and never wider than the profile
 */
public record MemberDraft(
        @NotBlank(message = "field.required") @Size(max = 150, message = "field.too-long")
        String displayName,

        @Nullable @Size(max = 300, message = "field.too-long")
        String headline,

        @Nullable @Size(max = 5000, message = "field.too-long")
        String bio,

        @Nullable @Size(max = 128, message = "field.too-long")
        String organizationId,

        @Size(max = 20, message = "field.too-many")
        List<@NotBlank(message = "field.required") @Size(max = 12, message = "field.too-long") String> territories,

        @Valid @Size(max = 60, message = "field.too-many") List<ClaimedSkill> skills,

        @Size(max = 20, message = "field.too-many")
        List<@NotBlank(message = "field.required") @Size(max = 200, message = "field.too-long") String> offers,

        @Size(max = 20, message = "field.too-many")
        List<@NotBlank(message = "field.required") @Size(max = 200, message = "field.too-long") String> asks,

        @Valid @Size(max = 20, message = "field.too-many") List<Belonging> communities,
        @Nullable @Valid AlumniDraft cohort,
        @Nullable Visibility visibility,
        @Nullable Map<ProfileField, Visibility> visibilities) {

    /**
     * A skill as typed: a code, a label or an alias.
     *
     * @param evidence address of something that bears it out
     */
    public record ClaimedSkill(
            @NotBlank(message = "field.required") @Size(max = 100, message = "field.too-long")
            String code,

            @Nullable Level level,

            @Nullable
            @Size(max = 500, message = "field.too-long")
            @Pattern(regexp = "https?://[^\\s/?#@]+([/?#]\\S*)?", message = "field.address")
            String evidence) {

        public ClaimedSkill {
            evidence = blankIsAbsent(evidence);
        }
    }

    /**
     * A community the member belongs to.
     *
     * @param label more precise than the vocabulary's, e.g. "EIG, promotion 4"
     */
    public record Belonging(
            @NotBlank(message = "field.required") @Size(max = 80, message = "field.too-long")
            String code,

            @Nullable @Size(max = 120, message = "field.too-long")
            String label) {}

    public MemberDraft {
        headline = blankIsAbsent(headline);
        bio = blankIsAbsent(bio);
        organizationId = blankIsAbsent(organizationId);
        territories = territories == null ? List.of() : List.copyOf(territories);
        skills = skills == null ? List.of() : List.copyOf(skills);
        offers = offers == null ? List.of() : List.copyOf(offers);
        asks = asks == null ? List.of() : List.copyOf(asks);
        communities = communities == null ? List.of() : List.copyOf(communities);
        visibility = visibility == null ? Visibility.AGENTS : visibility;
        visibilities = complete(visibilities, Visibility.AGENTS);
    }

    static MemberDraft named(String name) {
        return new MemberDraft(
                name, null, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null);
    }

    static Map<ProfileField, Visibility> complete(
            @Nullable Map<ProfileField, Visibility> chosen, Visibility otherwise) {
        Map<ProfileField, Visibility> all = new EnumMap<>(ProfileField.class);
        for (ProfileField field : ProfileField.values()) {
            Visibility visibility = chosen == null ? null : chosen.get(field);
            all.put(field, visibility == null ? otherwise : visibility);
        }
        return all;
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
