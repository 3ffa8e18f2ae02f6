package fr.agora.projects.albert;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Asks for summaries and keeps them as suggestions; the editors of a use case decide. */
@Service
public class Summaries {

    private static final String INSTRUCTION = "Résume en français, en trois phrases simples au plus, la fiche suivante"
            + " d’un projet de données publiques. N’invente rien et n’ajoute aucun chiffre qui n’y figure pas.";

    private final MongoTemplate store;
    private final Albert albert;
    private final UseCaseWriting useCases;
    private final Clock clock;

    Summaries(MongoTemplate store, Albert albert, UseCaseWriting useCases, Clock clock) {
        this.store = store;
        this.albert = albert;
        this.useCases = useCases;
        this.clock = clock;
    }

    public boolean isOffered() {
        return albert.isOn();
    }

    /** A fresh suggestion; whatever was there before is replaced. */
    public Summary ask(CurrentUser author, String useCase) {
        UseCase summed = useCases.editable(author, useCase);
        if (!albert.isOn()) {
            throw new ProblemException(AlbertProblem.ASSISTANT_OFF);
        }
        PublicText text =
                PublicText.of(summed).orElseThrow(() -> new ProblemException(AlbertProblem.ASSISTANT_NOT_PUBLIC));
        String written = albert.complete(INSTRUCTION, text.text())
                .orElseThrow(() -> new ProblemException(AlbertProblem.ASSISTANT_UNAVAILABLE));
        return store.save(new Summary(
                summed.id(), written, text.digest(), clock.instant().truncatedTo(ChronoUnit.MILLIS), false));
    }

    public Summary accept(CurrentUser author, String useCase) {
        UseCase summed = useCases.editable(author, useCase);
        return store.save(
                current(summed).orElseThrow(ProblemException::notFound).accept());
    }

    /** Throws it away; throwing away what is not there is no mistake. */
    public void dismiss(CurrentUser author, String useCase) {
        UseCase summed = useCases.editable(author, useCase);
        store.remove(new Query(Criteria.where("_id").is(summed.id())), Summary.class);
    }

    /** What a reader of the use case may see: editors the suggestion too, others what was accepted and still fits. */
    public Optional<Summary> of(UseCase useCase, Optional<CurrentUser> reader) {
        boolean editor = reader.filter(useCase::mayBeEditedBy).isPresent();
        return current(useCase).filter(summary -> editor || summary.accepted());
    }

    /** A summary of an older text is no summary. */
    private Optional<Summary> current(UseCase useCase) {
        return Optional.ofNullable(store.findById(useCase.id(), Summary.class))
                .filter(summary -> PublicText.of(useCase)
                        .filter(text -> text.digest().equals(summary.source()))
                        .isPresent());
    }
}
