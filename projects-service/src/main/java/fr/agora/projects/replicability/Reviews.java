package fr.agora.projects.replicability;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.forms.Written;
import fr.agora.projects.people.PersonErased;
import fr.agora.projects.replicability.ReviewRequest.Judged;
import fr.agora.projects.usecase.Recognising;
import fr.agora.projects.usecase.Recognition;
import fr.agora.projects.usecase.RecognitionSource;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All reviews: made by moderators, read by whoever reads the use case, counted as what it is recognised for. */
@Component
public class Reviews implements RecognitionSource {

    private static final int LONGEST = 2_000;
    /** More are kept than anybody reads. */
    private static final int MOST_SHOWN = 50;

    private static final int BATCH = 100;

    private final MongoTemplate store;
    private final UseCaseWriting useCases;
    private final Recognising recognising;
    private final Clock clock;

    Reviews(MongoTemplate store, UseCaseWriting useCases, Recognising recognising, Clock clock) {
        this.store = store;
        this.useCases = useCases;
        this.recognising = recognising;
        this.clock = clock;
    }

    /** The use case somebody is about to review; throws where they may not. */
    public UseCase reviewable(CurrentUser reviewer, String useCase) {
        UseCase found = useCases.visible(Optional.of(reviewer), useCase);
        if (!reviewer.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        if (!found.isPublished()) {
            throw ProblemException.notFound();
        }
        return found;
    }

    public Review review(CurrentUser reviewer, String useCase, ReviewRequest request) {
        UseCase found = reviewable(reviewer, useCase);
        List<FieldProblem> problems = new ArrayList<>();
        List<Score> scores = scores(Objects.requireNonNullElse(request.scores(), Map.of()), problems);
        String summary = Written.text("summary", request.summary(), LONGEST, problems);
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        Review review = Review.of(OpaqueId.next("rp"), found.id(), scores, summary, reviewer.accountId(), clock);
        return recognising.changing(found.id(), () -> store.insert(review));
    }

    /** The latest first. */
    public List<Review> of(UseCase useCase) {
        return find(useCase.id(), MOST_SHOWN);
    }

    @Override
    public Recognition complete(String useCaseId, Recognition others) {
        return find(useCaseId, 1).stream()
                .findFirst()
                .map(latest -> others.withReview(latest.verdict(), latest.reviewedOn()))
                .orElse(others);
    }

    @EventListener
    void on(PersonErased erased) {
        String account = erased.account();
        if (account == null) {
            return;
        }
        Query theirs = Query.query(Criteria.where("reviewer").is(account))
                .with(Sort.by("_id"))
                .limit(BATCH)
                .cursorBatchSize(BATCH);
        List<Review> batch = store.find(theirs, Review.class);
        while (!batch.isEmpty()) {
            batch.forEach(each -> {
                each.forgetReviewer();
                store.save(each);
            });
            batch = store.find(theirs, Review.class);
        }
    }

    private List<Review> find(String useCaseId, int most) {
        return store.find(
                Query.query(Criteria.where("useCaseId").is(useCaseId))
                        .with(Sort.by(Sort.Direction.DESC, "at", "_id"))
                        .limit(most)
                        .cursorBatchSize(most),
                Review.class);
    }

    private static List<Score> scores(Map<Criterion, Judged> written, List<FieldProblem> problems) {
        List<Score> scores = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            Judged judged = written.get(criterion);
            Integer points = judged == null ? null : judged.points();
            String field = "scores." + criterion;
            if (points == null) {
                problems.add(FieldProblem.of(field + ".points", "field.required"));
            } else if (points < 0 || points > Criterion.BEST) {
                problems.add(FieldProblem.of(field + ".points", "field.out-of-range", 0, Criterion.BEST));
            }
            String evidence =
                    Written.text(field + ".evidence", judged == null ? null : judged.evidence(), LONGEST, problems);
            scores.add(new Score(criterion, points == null ? 0 : Math.clamp(points, 0, Criterion.BEST), evidence));
        }
        return scores;
    }
}
