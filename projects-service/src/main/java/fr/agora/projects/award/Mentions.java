package fr.agora.projects.award;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.OpaqueId;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.credit.Crediting;
import fr.agora.projects.forms.Written;
import fr.agora.projects.people.PersonErased;
import fr.agora.projects.usecase.Recognising;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Where others speak of a use case: kept by those who write it, and by moderators. */
@Component
public class Mentions {

    private static final int MOST = 50;
    private static final int LONGEST = 200;

    private final MongoTemplate store;
    private final UseCaseWriting useCases;
    private final Crediting crediting;
    private final Recognising recognising;
    private final Clock clock;

    Mentions(MongoTemplate store, UseCaseWriting useCases, Crediting crediting, Recognising recognising, Clock clock) {
        this.recognising = recognising;
        this.store = store;
        this.useCases = useCases;
        this.crediting = crediting;
        this.clock = clock;
    }

    /**
     * A link as a client or a form writes it.
     *
     * @param members people credited on the use case that it speaks of
     */
    public record MentionRequest(
            Mention.@Nullable Kind kind,
            @Nullable String title,
            @Nullable String source,
            @Nullable String publishedOn,
            @Nullable String link,
            @Nullable List<String> members) {}

    public Mention add(CurrentUser user, String useCaseId, MentionRequest request) {
        UseCase useCase = editable(user, useCaseId);
        List<FieldProblem> problems = new ArrayList<>();
        if (request.kind() == null) {
            problems.add(FieldProblem.of("kind", "field.required"));
        }
        String title = Written.text("title", request.title(), LONGEST, problems);
        String source = Written.text("source", request.source(), LONGEST, problems);
        LocalDate publishedOn = Written.pastDay("publishedOn", request.publishedOn(), clock, problems);
        String link = Written.link("link", request.link(), problems);
        Set<String> credited = crediting.shown(useCase, true).stream()
                .map(each -> each.credit().memberId())
                .collect(Collectors.toSet());
        Set<String> members = new LinkedHashSet<>();
        for (String each : Objects.requireNonNullElse(request.members(), List.<String>of())) {
            if (each == null || !credited.contains(each)) {
                problems.add(FieldProblem.of("members", "field.unknown", String.valueOf(each)));
            } else {
                members.add(each);
            }
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        if (ofUseCase(useCase.id()).size() >= MOST) {
            throw AwardProblem.TOO_MANY_MENTIONS.asException(MOST);
        }
        Mention mention = new Mention(
                OpaqueId.next("mn"),
                useCase.id(),
                List.copyOf(members),
                Objects.requireNonNull(request.kind()),
                title,
                source,
                publishedOn,
                link,
                user.accountId());
        // the credits of those it speaks of are told with the use case
        return recognising.changing(useCase.id(), () -> store.insert(mention));
    }

    public void remove(CurrentUser user, String id) {
        Mention mention =
                Optional.ofNullable(store.findById(id, Mention.class)).orElseThrow(ProblemException::notFound);
        editable(user, mention.useCaseId());
        recognising.changing(mention.useCaseId(), () -> store.remove(mention));
    }

    /** The latest first. */
    public List<Mention> of(UseCase useCase) {
        return ofUseCase(useCase.id());
    }

    @EventListener
    void on(PersonErased erased) {
        String account = erased.account();
        each(
                "members",
                erased.id(),
                each -> new Mention(
                        each.id(),
                        each.useCaseId(),
                        each.members().stream()
                                .filter(other -> !other.equals(erased.id()))
                                .toList(),
                        each.kind(),
                        each.title(),
                        each.source(),
                        each.publishedOn(),
                        each.link(),
                        each.addedBy()));
        if (account != null) {
            each(
                    "addedBy",
                    account,
                    each -> new Mention(
                            each.id(),
                            each.useCaseId(),
                            each.members(),
                            each.kind(),
                            each.title(),
                            each.source(),
                            each.publishedOn(),
                            each.link(),
                            PersonErased.MARKER));
        }
    }

    private void each(String field, String value, UnaryOperator<Mention> change) {
        Query theirs = Query.query(Criteria.where(field).is(value))
                .with(Sort.by("_id"))
                .limit(MOST)
                .cursorBatchSize(MOST);
        List<Mention> batch = store.find(theirs, Mention.class);
        while (!batch.isEmpty()) {
            batch.forEach(each -> store.save(change.apply(each)));
            batch = store.find(theirs, Mention.class);
        }
    }

    private List<Mention> ofUseCase(String useCaseId) {
        return store.find(
                Query.query(Criteria.where("useCaseId").is(useCaseId))
                        .with(Sort.by(Sort.Order.desc("publishedOn"), Sort.Order.asc("_id")))
                        .limit(MOST)
                        .cursorBatchSize(MOST),
                Mention.class);
    }

    private UseCase editable(CurrentUser user, String useCaseId) {
        UseCase useCase = useCases.visible(Optional.of(user), useCaseId);
        if (!useCase.mayBeEditedBy(user) && !user.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return useCase;
    }
}
