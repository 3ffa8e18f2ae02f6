package fr.agora.projects.datagouv;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import fr.agora.projects.usecase.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Tells data.gouv.fr that a public use case reuses its datasets; the dry run shows what would be sent. */
@Service
public class ReusePublication {

    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private final UseCaseWriting useCases;
    private final DataLinks links;
    private final DataGouv dataGouv;
    private final MongoTemplate store;
    private final Clock clock;
    private final String publicUrl;

    ReusePublication(
            UseCaseWriting useCases,
            DataLinks links,
            DataGouv dataGouv,
            MongoTemplate store,
            Clock clock,
            @Value("${AGORA_PUBLIC_URL:http://localhost:8080}") String publicUrl) {
        this.useCases = useCases;
        this.links = links;
        this.dataGouv = dataGouv;
        this.store = store;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** A reuse as udata takes it. */
    public record Reuse(
            String title,
            String description,
            String type,
            String url,
            String topic,
            List<Map<String, String>> datasets) {}

    /** @param reuseId on data.gouv.fr; absent while it is being sent */
    @Document("data_reuses")
    record Sent(@Id String useCaseId, @Nullable String reuseId, Instant since) {}

    /** What would be sent. */
    public Reuse dryRun(CurrentUser author, String useCase) {
        return reuse(publicOne(author, useCase));
    }

    /** Whether it can be sent from here at all. */
    public boolean isOffered() {
        return dataGouv.mayPublish();
    }

    /** Sends it once: a use case that was published answers the identifier it already has. */
    public String publish(CurrentUser author, String useCase) {
        UseCase shown = publicOne(author, useCase);
        Reuse reuse = reuse(shown);
        if (!dataGouv.mayPublish()) {
            throw new ProblemException(DataGouvProblem.DATA_GOUV_OFF);
        }
        Sent before = store.findById(shown.id(), Sent.class);
        if (before != null && before.reuseId() != null) {
            return before.reuseId();
        }
        Sent sending = new Sent(shown.id(), null, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        reserve(before, sending);
        String id = dataGouv.publish(reuse).orElse(null);
        if (id == null) {
            // nothing was taken: it may be tried again
            store.remove(new Query(Criteria.where("_id").is(shown.id())), Sent.class);
            throw new ProblemException(DataGouvProblem.DATA_GOUV_UNAVAILABLE);
        }
        store.save(new Sent(shown.id(), id, sending.since()));
        return id;
    }

    /** One sends at a time; a sender that died is given up after a while, and the reuse may then be sent twice. */
    private void reserve(@Nullable Sent before, Sent sending) {
        if (before != null && before.since().plus(GIVEN_UP).isBefore(sending.since())) {
            store.remove(
                    new Query(Criteria.where("_id")
                            .is(before.useCaseId())
                            .and("since")
                            .is(before.since())),
                    Sent.class);
        }
        try {
            store.insert(sending);
        } catch (DuplicateKeyException another) {
            throw new ProblemException(DataGouvProblem.DATA_GOUV_UNDERWAY);
        }
    }

    private UseCase publicOne(CurrentUser author, String useCase) {
        UseCase shown = useCases.editable(author, useCase);
        if (!shown.isPublished() || shown.content().visibility() != Visibility.PUBLIC) {
            throw new ProblemException(DataGouvProblem.DATA_GOUV_NOT_PUBLIC);
        }
        return shown;
    }

    private Reuse reuse(UseCase useCase) {
        List<Map<String, String>> datasets = links.of(useCase).stream()
                .filter(link -> link.kind() == DataKind.DATASET && link.relation() == DataRelation.USED)
                .map(link -> Map.of("id", link.dataId()))
                .toList();
        if (datasets.isEmpty()) {
            throw new ProblemException(DataGouvProblem.DATA_GOUV_NO_DATASET);
        }
        return new Reuse(
                useCase.content().title(),
                useCase.content().pitch(),
                "application",
                publicUrl + useCase.url(),
                "others",
                datasets);
    }
}
