package fr.agora.directory.site;

import fr.agora.directory.lifecycle.Visibility;
import fr.agora.directory.member.Level;
import fr.agora.directory.member.Member;
import fr.agora.directory.member.MemberDraft;
import fr.agora.directory.member.Skill;
import fr.agora.directory.organization.OrganizationRef;
import fr.agora.platform.text.Labelled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A profile as typed: skills by level, lists separated by commas or lines. */
public record ProfileForm(
        @Nullable String displayName,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable String organization,
        @Nullable String territory,
        @Nullable String expert,
        @Nullable String autonomous,
        @Nullable String notions,
        @Nullable String offers,
        @Nullable String asks,
        @Nullable List<String> communities,
        @Nullable Visibility visibility) {

    MemberDraft draft(@Nullable String organizationId) {
        List<MemberDraft.ClaimedSkill> skills = new ArrayList<>();
        Map.of(Level.EXPERT, text(expert), Level.AUTONOMOUS, text(autonomous), Level.NOTIONS, text(notions))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Level, String>comparingByKey().reversed())
                .forEach(claimed -> words(claimed.getValue(), ",")
                        .forEach(word -> skills.add(new MemberDraft.ClaimedSkill(word, claimed.getKey()))));
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
                visibility);
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
    static Map<String, Object> of(Member member) {
        Map<String, Object> values = new HashMap<>();
        values.put("displayName", member.displayName());
        values.put("headline", text(member.headline()));
        values.put("bio", text(member.bio()));
        OrganizationRef organization = member.organization();
        values.put("organization", organization == null ? "" : organization.name());
        values.put(
                "territory",
                member.territoryCodes().isEmpty() ? "" : member.territoryCodes().getFirst());
        values.put("expert", labels(member, Level.EXPERT));
        values.put("autonomous", labels(member, Level.AUTONOMOUS));
        values.put("notions", labels(member, Level.NOTIONS));
        values.put("offers", String.join("\n", member.offers()));
        values.put("asks", String.join("\n", member.asks()));
        values.put(
                "communities", member.communities().stream().map(Labelled::code).toList());
        values.put("visibility", member.visibility());
        return values;
    }

    private static List<String> labels(Member member, Level level) {
        return member.skills().stream()
                // a skill without a level came by an import: shown where it claims least
                .filter(skill -> skill.level() == level || (skill.level() == null && level == Level.NOTIONS))
                .map(Skill::label)
                .toList();
    }
}
