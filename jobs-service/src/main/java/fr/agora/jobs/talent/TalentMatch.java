package fr.agora.jobs.talent;

import fr.agora.jobs.copies.Talent;
import fr.agora.jobs.copies.Talent.Skill;
import fr.agora.platform.text.Labelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody held against what is looked for, with what speaks for them.
 *
 * @param evidenced wanted skills that something bears out
 * @param claimed wanted skills that the person alone states
 * @param missing wanted skills the profile does not name
 * @param near a place of the profile that is one of those wanted; absent where there is none
 */
public record TalentMatch(
        Talent talent,
        List<Skill> evidenced,
        List<Skill> claimed,
        List<Labelled> missing,
        @Nullable Labelled near,
        double score) {

    /** The best first; names settle what is left, so that two readings agree. */
    static final Comparator<TalentMatch> BEST_FIRST = Comparator.comparingDouble((TalentMatch match) -> -match.score())
            .thenComparing(match -> -match.evidenced().size())
            .thenComparing(match -> match.talent().displayName())
            .thenComparing(match -> match.talent().memberId());

    private static final double REQUIRED = 3;
    private static final double USEFUL = 2;
    /** A claim is worth less than a proof of the same. */
    private static final double CLAIM = 0.6;
    /** Being there already settles ties between skills, never more. */
    private static final double NEARNESS = 0.5;

    static TalentMatch of(Talent talent, Wanted wanted) {
        Map<String, Skill> known = new HashMap<>();
        talent.skills().forEach(skill -> known.put(skill.code(), skill));
        List<Skill> evidenced = new ArrayList<>();
        List<Skill> claimed = new ArrayList<>();
        List<Labelled> missing = new ArrayList<>();
        double score = 0;
        for (Labelled skill : wanted.skills()) {
            Skill has = known.get(skill.code());
            if (has == null) {
                missing.add(skill);
                continue;
            }
            (has.evidenced() ? evidenced : claimed).add(has);
            double weight = wanted.required().contains(skill.code()) ? REQUIRED : USEFUL;
            score += weight * mastery(has.level()) * (has.evidenced() ? 1 : CLAIM);
        }
        Labelled near = talent.territories().stream()
                .filter(place -> wanted.territories().stream()
                        .anyMatch(other -> other.code().equals(place.code())))
                .findFirst()
                .orElse(null);
        return new TalentMatch(
                talent,
                List.copyOf(evidenced),
                List.copyOf(claimed),
                List.copyOf(missing),
                near,
                near == null ? score : score + NEARNESS);
    }

    private static double mastery(@Nullable String level) {
        return switch (level == null ? "" : level) {
            case "EXPERT" -> 1.2;
            case "AUTONOMOUS" -> 1;
            case "NOTIONS" -> 0.5;
            // nothing said, or a word of a later version
            default -> 0.8;
        };
    }
}
