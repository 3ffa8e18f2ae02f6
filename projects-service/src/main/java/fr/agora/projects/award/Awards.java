package fr.agora.projects.award;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.award.AwardEdition.Category;
import fr.agora.projects.credit.Crediting;
import fr.agora.projects.forms.Written;
import fr.agora.projects.usecase.Recognising;
import fr.agora.projects.usecase.Recognition;
import fr.agora.projects.usecase.Recognition.Distinction;
import fr.agora.projects.usecase.RecognitionSource;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import fr.agora.projects.usecase.UseCases;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** All editions and all that ran in them. */
@Component
public class Awards implements RecognitionSource {

    private static final int MOST_EDITIONS = 50;
    private static final int MOST_AWARDS = 200;
    private static final int LONGEST = 120;

    private final MongoTemplate store;
    private final Recognising recognising;
    private final UseCaseWriting useCaseWriting;
    private final UseCases useCases;
    private final Crediting crediting;

    Awards(
            MongoTemplate store,
            Recognising recognising,
            UseCaseWriting useCaseWriting,
            UseCases useCases,
            Crediting crediting) {
        this.store = store;
        this.recognising = recognising;
        this.useCaseWriting = useCaseWriting;
        this.useCases = useCases;
        this.crediting = crediting;
    }

    /** An award with the use case it went to and the people the reader may be shown. */
    public record Seen(
            Award award, AwardEdition edition, Category category, UseCase useCase, List<Crediting.Named> people) {}

    /**
     * An edition as a client or a form writes it.
     *
     * @param categories their names
     */
    public record EditionRequest(
            @Nullable String name,
            @Nullable String heldOn,
            @Nullable List<String> categories) {}

    public AwardEdition open(CurrentUser user, EditionRequest request) {
        requireModerator(user);
        List<FieldProblem> problems = new ArrayList<>();
        String name = Written.text("name", request.name(), LONGEST, problems);
        String id = Words.slug(name);
        if (!name.isEmpty() && id.isEmpty()) {
            problems.add(FieldProblem.of("name", "field.invalid"));
        }
        LocalDate heldOn = day(request.heldOn(), problems);
        Map<String, Category> categories = new LinkedHashMap<>();
        for (String each : Objects.requireNonNullElse(request.categories(), List.<String>of())) {
            String code = each == null ? "" : Words.slug(each);
            if (!code.isEmpty() && each.length() <= LONGEST) {
                categories.putIfAbsent(code, new Category(code, each.strip()));
            }
        }
        if (categories.isEmpty()) {
            problems.add(FieldProblem.of("categories", "field.required"));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalidFields(problems);
        }
        try {
            return store.insert(new AwardEdition(id, name, heldOn, List.copyOf(categories.values())));
        } catch (DuplicateKeyException another) {
            throw AwardProblem.EDITION_EXISTS.asException(name);
        }
    }

    /** Says that a use case runs, or won; said again, it replaces what was said before. */
    public Award award(
            CurrentUser user, String useCase, @Nullable String edition, @Nullable String category, boolean laureate) {
        UseCase found = useCaseWriting.visible(Optional.of(user), useCase);
        requireModerator(user);
        AwardEdition held = Optional.ofNullable(edition)
                .flatMap(this::edition)
                .orElseThrow(() -> ProblemException.invalidField("edition", "field.unknown", String.valueOf(edition)));
        Category meant = Optional.ofNullable(category)
                .flatMap(held::category)
                .orElseThrow(
                        () -> ProblemException.invalidField("category", "field.unknown", String.valueOf(category)));
        return recognising.changing(
                found.id(), () -> store.save(Award.of(held.id(), meant.code(), found.id(), laureate)));
    }

    public void remove(CurrentUser user, String id) {
        requireModerator(user);
        Award award = Optional.ofNullable(store.findById(id, Award.class)).orElseThrow(ProblemException::notFound);
        recognising.changing(award.useCaseId(), () -> store.remove(award));
    }

    public Optional<AwardEdition> edition(String id) {
        return Optional.ofNullable(store.findById(id, AwardEdition.class));
    }

    /** The latest first. */
    public List<AwardEdition> editions() {
        return store.find(
                new Query()
                        .with(Sort.by(Sort.Order.desc("heldOn"), Sort.Order.asc("_id")))
                        .limit(MOST_EDITIONS)
                        .cursorBatchSize(MOST_EDITIONS),
                AwardEdition.class);
    }

    public List<Award> of(UseCase useCase) {
        return ofUseCase(useCase.id());
    }

    /** Everything that ran in an edition and that the reader may see, laureates first. */
    public List<Seen> in(AwardEdition edition, boolean laureatesOnly, Optional<CurrentUser> reader, int most) {
        Criteria which = Criteria.where("edition").is(edition.id());
        List<Award> found = store.find(
                Query.query(laureatesOnly ? which.and("laureate").is(true) : which)
                        .with(Sort.by(Sort.Order.desc("laureate"), Sort.Order.asc("_id")))
                        .limit(most)
                        .cursorBatchSize(most),
                Award.class);
        Map<String, UseCase> known =
                useCases.byIds(found.stream().map(Award::useCaseId).toList());
        List<Seen> seen = new ArrayList<>();
        for (Award award : found) {
            UseCase useCase = known.get(award.useCaseId());
            Optional<Category> category = edition.category(award.category());
            if (useCase != null && category.isPresent() && useCase.isPublished() && useCase.isVisibleTo(reader)) {
                seen.add(new Seen(
                        award, edition, category.get(), useCase, crediting.shown(useCase, reader.isPresent())));
            }
        }
        return seen;
    }

    /** The latest laureates the reader may see. */
    public List<Seen> laureates(Optional<CurrentUser> reader, int most) {
        List<Seen> all = new ArrayList<>();
        for (AwardEdition edition : editions()) {
            all.addAll(in(edition, true, reader, most));
            if (all.size() >= most) {
                break;
            }
        }
        return all.subList(0, Math.min(all.size(), most));
    }

    @Override
    public Recognition complete(String useCaseId, Recognition others) {
        List<Distinction> distinctions = new ArrayList<>();
        for (Award award : ofUseCase(useCaseId)) {
            edition(award.edition())
                    .ifPresent(edition -> edition.category(award.category())
                            .ifPresent(category -> distinctions.add(
                                    new Distinction(edition.id(), edition.name(), category.name(), award.laureate()))));
        }
        distinctions.sort(Comparator.comparing(Distinction::laureate).reversed());
        return others.withDistinctions(distinctions);
    }

    private List<Award> ofUseCase(String useCaseId) {
        return store.find(
                Query.query(Criteria.where("useCaseId").is(useCaseId))
                        .with(Sort.by("_id"))
                        .limit(MOST_AWARDS)
                        .cursorBatchSize(MOST_AWARDS),
                Award.class);
    }

    private static LocalDate day(@Nullable String written, List<FieldProblem> problems) {
        if (written == null || written.isBlank()) {
            problems.add(FieldProblem.of("heldOn", "field.required"));
            return LocalDate.EPOCH;
        }
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException unreadable) {
            problems.add(FieldProblem.of("heldOn", "use-case.date"));
            return LocalDate.EPOCH;
        }
    }

    static void requireModerator(CurrentUser user) {
        if (!user.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
