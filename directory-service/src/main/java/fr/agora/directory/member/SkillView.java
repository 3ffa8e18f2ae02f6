package fr.agora.directory.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A skill as readers see it, claimed or evidenced.
 *
 * @param evidenced a link or an accepted credit bears it out; otherwise it is claimed
 * @param evidence addresses: of a page elsewhere, or paths of use cases
 */
public record SkillView(String code, String label, @Nullable Level level, boolean evidenced, List<String> evidence) {

    private static final int MOST_SHOWN = 5;

    static List<SkillView> of(Member member) {
        return member.skills().stream()
                .map(skill -> of(skill, member.credits()))
                .toList();
    }

    private static SkillView of(Skill skill, List<Credit> credits) {
        List<String> evidence = new ArrayList<>();
        if (skill.evidence() != null) {
            evidence.add(skill.evidence());
        }
        credits.stream()
                .filter(credit -> credit.skills().contains(skill.code()))
                .limit(MOST_SHOWN)
                .forEach(credit -> evidence.add(credit.url()));
        return new SkillView(skill.code(), skill.label(), skill.level(), !evidence.isEmpty(), evidence);
    }

    /** 0 for a proven expert to 5 for a word: proof counts more than what one says of oneself. */
    int rank() {
        int ofLevel = switch (Objects.requireNonNullElse(level, Level.NOTIONS)) {
            case EXPERT -> 0;
            case AUTONOMOUS -> 1;
            case NOTIONS -> 2;
        };
        return evidenced ? ofLevel : ofLevel + 3;
    }
}
