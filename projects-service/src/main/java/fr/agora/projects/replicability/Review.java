package fr.agora.projects.replicability;

import fr.agora.projects.people.PersonErased;
import fr.agora.projects.usecase.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One review of one use case; it never changes, a later one replaces it. */
@Document("replicability_reviews")
@CompoundIndex(name = "of_use_case", def = "{'useCaseId': 1, 'at': -1, '_id': -1}")
@CompoundIndex(name = "by_reviewer", def = "{'reviewer': 1, '_id': 1}")
public class Review {

    @Id
    private final String id;

    private final String useCaseId;
    private final List<Score> scores;
    private final Verdict verdict;
    private final String summary;
    private final LocalDate reviewedOn;
    private final Instant at;
    private String reviewer;

    @PersistenceCreator
    Review(
            String id,
            String useCaseId,
            List<Score> scores,
            Verdict verdict,
            String summary,
            LocalDate reviewedOn,
            Instant at,
            String reviewer) {
        this.id = id;
        this.useCaseId = useCaseId;
        this.scores = List.copyOf(scores);
        this.verdict = verdict;
        this.summary = summary;
        this.reviewedOn = reviewedOn;
        this.at = at;
        this.reviewer = reviewer;
    }

    static Review of(String id, String useCaseId, List<Score> scores, String summary, String reviewer, Clock clock) {
        return new Review(
                id,
                useCaseId,
                scores,
                VerdictRule.of(scores),
                summary,
                LocalDate.now(clock),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reviewer);
    }

    /** Nobody can tell afterwards who that account was. */
    void forgetReviewer() {
        reviewer = PersonErased.MARKER;
    }

    public String id() {
        return id;
    }

    String useCaseId() {
        return useCaseId;
    }

    /** All ten, in the order of the criteria. */
    public List<Score> scores() {
        return scores;
    }

    /** Points of 20. */
    public int total() {
        return scores.stream().mapToInt(Score::points).sum();
    }

    public Verdict verdict() {
        return verdict;
    }

    /** What to know before doing the same. */
    public String summary() {
        return summary;
    }

    public LocalDate reviewedOn() {
        return reviewedOn;
    }
}
