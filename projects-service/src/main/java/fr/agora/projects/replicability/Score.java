package fr.agora.projects.replicability;

/**
 * One criterion, judged.
 *
 * @param points 0 to {@value Criterion#BEST}
 * @param evidence what was seen, and where
 */
public record Score(Criterion criterion, int points, String evidence) {

    public Score {
        if (points < 0 || points > Criterion.BEST) {
            throw new IllegalArgumentException("A criterion is scored 0 to 2: " + points);
        }
    }
}
