package fr.agora.jobs.talent.web;

import fr.agora.jobs.copies.Talent;
import fr.agora.jobs.copies.Talent.Skill;
import fr.agora.jobs.talent.TalentMatch;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A talent in the page's words.
 *
 * @param about headline, organisation, cohort: whatever the person shows
 * @param reasons why they stand where they stand
 */
public record TalentCard(
        String name,
        String url,
        String writeUrl,
        @Nullable String about,
        List<String> evidenced,
        List<String> claimed,
        List<String> missing,
        List<String> reasons) {

    static TalentCard of(TalentMatch match, Page page) {
        Talent talent = match.talent();
        return new TalentCard(
                talent.displayName(),
                talent.url(),
                talent.url() + "/ecrire",
                about(talent),
                match.evidenced().stream().map(skill -> said(skill, page)).toList(),
                match.claimed().stream().map(skill -> said(skill, page)).toList(),
                match.missing().stream().map(Labelled::label).toList(),
                reasons(match, page));
    }

    private static @Nullable String about(Talent talent) {
        List<String> parts = new ArrayList<>();
        if (talent.headline() != null) {
            parts.add(talent.headline());
        }
        parts.addAll(talent.organizations());
        if (talent.cohort() != null) {
            parts.add(talent.cohort());
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    private static String said(Skill skill, Page page) {
        String key = "talent.level." + skill.level();
        return skill.level() != null && page.hasText(key) ? skill.label() + " – " + page.t(key) : skill.label();
    }

    private static List<String> reasons(TalentMatch match, Page page) {
        int wanted = match.evidenced().size()
                + match.claimed().size()
                + match.missing().size();
        List<String> reasons = new ArrayList<>();
        if (wanted > 0 && wanted == match.missing().size()) {
            reasons.add(page.t("talent.why.none"));
        }
        if (!match.evidenced().isEmpty()) {
            reasons.add(page.t("talent.why.evidenced", match.evidenced().size(), wanted, names(match.evidenced())));
        }
        if (!match.claimed().isEmpty()) {
            reasons.add(page.t("talent.why.claimed", match.claimed().size(), wanted, names(match.claimed())));
        }
        if (match.near() != null) {
            reasons.add(page.t("talent.why.near", match.near().label()));
        }
        return reasons;
    }

    private static String names(List<Skill> skills) {
        return skills.stream().map(Skill::label).collect(Collectors.joining(", "));
    }
}
