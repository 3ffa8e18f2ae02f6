package fr.agora.directory.site;

import fr.agora.directory.cohort.Alumni;
import fr.agora.directory.cohort.AlumniDraft;
import fr.agora.directory.cohort.ProfileType;
import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.Level;
import fr.agora.directory.member.MemberDraft;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.ProfileField;
import fr.agora.directory.member.SkillView;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A profile as typed: skills by level, lists separated by commas or lines.
 *
 * @param evidence lines « compétence : adresse »
 * @param headlineSeen who sees the headline, and so on field by field
 */
public record ProfileForm(
        @Nullable String displayName,
        @Nullable String headline,
        @Nullable Visibility headlineSeen,
        @Nullable String bio,
        @Nullable Visibility bioSeen,
        @Nullable String organization,
        @Nullable Visibility organizationSeen,
        @Nullable String territory,
        @Nullable Visibility territoriesSeen,
        @Nullable String expert,
        @Nullable String autonomous,
        @Nullable String notions,
        @Nullable String evidence,
        @Nullable Visibility skillsSeen,
        @Nullable String offers,
        @Nullable String asks,
        @Nullable Visibility helpSeen,
        @Nullable List<String> communities,
        @Nullable Visibility communitiesSeen,
        @Nullable String cohort,
        @Nullable String challenge,
        @Nullable ProfileType profile,
        @Nullable Visibility cohortSeen,
        @Nullable Visibility photoSeen,
        @Nullable Visibility visibility) {

    MemberDraft draft(@Nullable String organizationId) {
        List<MemberDraft.ClaimedSkill> skills = new ArrayList<>();
        Map<String, String> evidenceOf = evidenceBySkill();
        Map.of(Level.EXPERT, text(expert), Level.AUTONOMOUS, text(autonomous), Level.NOTIONS, text(notions))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Level, String>comparingByKey().reversed())
                .forEach(claimed -> words(claimed.getValue(), ",")
                        .forEach(word -> skills.add(new MemberDraft.ClaimedSkill(
                                word, claimed.getKey(), evidenceOf.get(Words.fold(word))))));
        return new MemberDraft(
                text(displayName),
                headline,
                bio,
                organizationId,
                text(territory).isBlank() ? List.of() : List.of(text(territory)),
                skills,
                words(text(offers), "\\R"),
                words(text(asks), "\\R"),
                communities == null
                        ? List.of()
                        : communities.stream()
                                .map(code -> new MemberDraft.Belonging(code, null))
                                .toList(),
                text(cohort).isBlank() ? null : new AlumniDraft(text(cohort), challenge, profile),
                visibility,
                seen());
    }

    private Map<ProfileField, Visibility> seen() {
        Map<ProfileField, Visibility> seen = new EnumMap<>(ProfileField.class);
        seen.put(ProfileField.HEADLINE, orAgents(headlineSeen));
        seen.put(ProfileField.BIO, orAgents(bioSeen));
        seen.put(ProfileField.ORGANIZATION, orAgents(organizationSeen));
        seen.put(ProfileField.TERRITORIES, orAgents(territoriesSeen));
        seen.put(ProfileField.SKILLS, orAgents(skillsSeen));
        seen.put(ProfileField.HELP, orAgents(helpSeen));
        seen.put(ProfileField.COMMUNITIES, orAgents(communitiesSeen));
        seen.put(ProfileField.COHORT, orAgents(cohortSeen));
        seen.put(ProfileField.PHOTO, orAgents(photoSeen));
        return seen;
    }

    private static Visibility orAgents(@Nullable Visibility chosen) {
        return Objects.requireNonNullElse(chosen, Visibility.AGENTS);
    }

    /** The skill before the last colon and blank, the address after it. */
    private Map<String, String> evidenceBySkill() {
        Map<String, String> found = new HashMap<>();
        for (String line : words(text(evidence), "\\R")) {
            int split = line.lastIndexOf("http");
            String skill = split < 1 ? "" : line.substring(0, split).replaceAll("[\\s:]+$", "");
            if (!skill.isBlank()) {
                found.put(Words.fold(skill), line.substring(split));
            }
        }
        return found;
    }

    /** The first line that gives no skill of the profile an address; null when all do. */
    @Nullable
    String strayEvidence() {
        List<String> claimed = words(text(expert) + "," + text(autonomous) + "," + text(notions), ",").stream()
                .map(Words::fold)
                .toList();
        for (String line : words(text(evidence), "\\R")) {
            int split = line.lastIndexOf("http");
            String skill = split < 1 ? "" : line.substring(0, split).replaceAll("[\\s:]+$", "");
            if (!claimed.contains(Words.fold(skill))) {
                return line;
            }
        }
        return null;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What is stored, as the form shows it. */
    static Map<String, Object> of(MemberView member) {
        Map<String, Object> values = new HashMap<>();
        values.put("displayName", member.displayName());
        values.put("headline", text(member.headline()));
        values.put("bio", text(member.bio()));
        OrganizationRef organization = member.organization();
        values.put("organization", organization == null ? "" : organization.name());
        values.put(
                "territory",
                member.territories().isEmpty()
                        ? ""
                        : member.territories().getFirst().code());
        values.put("expert", labels(member, Level.EXPERT));
        values.put("autonomous", labels(member, Level.AUTONOMOUS));
        values.put("notions", labels(member, Level.NOTIONS));
        values.put(
                "evidence",
                member.skills().stream()
                        .flatMap(skill -> skill.evidence().stream()
                                .filter(address -> address.startsWith("http"))
                                .map(address -> skill.label() + " : " + address))
                        .collect(Collectors.joining("\n")));
        values.put("offers", String.join("\n", member.offers()));
        values.put("asks", String.join("\n", member.asks()));
        values.put(
                "communities", member.communities().stream().map(Labelled::code).toList());
        Alumni alumni = member.cohort();
        if (alumni != null) {
            values.put("cohort", alumni.cohort().code());
            values.put("challenge", text(alumni.challenge()));
            values.put("profile", alumni.profile() == null ? "" : alumni.profile());
        }
        values.put("visibility", member.visibility());
        Objects.requireNonNullElse(member.visibilities(), Map.<ProfileField, Visibility>of())
                .forEach((field, seen) -> values.put(seenName(field), seen));
        return values;
    }

    /** Of somebody who has no profile yet: all for agents. */
    static Map<String, Object> blank(String name) {
        Map<String, Object> values = new HashMap<>();
        values.put("displayName", name);
        values.put("visibility", Visibility.AGENTS);
        for (ProfileField field : ProfileField.values()) {
            values.put(seenName(field), Visibility.AGENTS);
        }
        return values;
    }

    static String seenName(ProfileField field) {
        return field.name().toLowerCase(java.util.Locale.ROOT) + "Seen";
    }

    private static List<String> labels(MemberView member, Level level) {
        return member.skills().stream()
                // a skill without a level came by an import: shown where it claims least
                .filter(skill -> skill.level() == level || (skill.level() == null && level == Level.NOTIONS))
                .map(SkillView::label)
                .toList();
    }
}
