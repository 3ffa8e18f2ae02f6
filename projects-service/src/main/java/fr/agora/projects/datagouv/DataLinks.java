package fr.agora.projects.datagouv;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** The data of use cases; those who may edit a use case link it. */
@Service
public class DataLinks {

    private static final int MOST = 50;

    private final MongoTemplate store;
    private final UseCaseWriting useCases;

    DataLinks(MongoTemplate store, UseCaseWriting useCases) {
        this.store = store;
        this.useCases = useCases;
    }

    /** Of a use case the reader has been let see. */
    public List<DataLink> of(UseCase useCase) {
        return store.find(
                new Query(where("useCaseId").is(useCase.id()))
                        .with(Sort.by("kind", "dataId"))
                        .limit(MOST)
                        .cursorBatchSize(MOST),
                DataLink.class);
    }

    /** @param typed an identifier, a slug or the address of the page on data.gouv.fr */
    public DataLink add(
            CurrentUser author,
            String useCase,
            @Nullable DataRelation relation,
            @Nullable DataKind kind,
            @Nullable String typed) {
        UseCase linked = useCases.editable(author, useCase);
        if (relation == null) {
            throw ProblemException.invalidField("relation", "field.required");
        }
        if (typed == null || typed.isBlank()) {
            throw ProblemException.invalidField("data", "field.required");
        }
        DataRef ref = DataRef.read(kind == null ? DataKind.DATASET : kind, typed)
                .orElseThrow(() -> ProblemException.invalidField("data", "data-gouv.id"));
        if (of(linked).size() >= MOST) {
            throw ProblemException.invalidField("data", "field.too-many", MOST);
        }
        try {
            return store.insert(DataLink.of(linked.id(), relation, ref));
        } catch (DuplicateKeyException linkedAlready) {
            throw ProblemException.invalidField("data", "data-gouv.linked");
        }
    }

    public void remove(CurrentUser author, String useCase, String link) {
        UseCase linked = useCases.editable(author, useCase);
        Optional.ofNullable(store.findById(link, DataLink.class))
                .filter(found -> found.useCaseId().equals(linked.id()))
                .ifPresent(store::remove);
    }
}
