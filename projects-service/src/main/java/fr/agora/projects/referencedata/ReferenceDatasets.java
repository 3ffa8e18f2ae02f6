package fr.agora.projects.referencedata;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** The catalogue of reference data, a dozen or two; moderators write it. */
@Service
public class ReferenceDatasets {

    private static final int MOST = 200;

    /** The first entry comes with the software; moderators then keep it up to date. */
    static final ReferenceDataset BAN = new ReferenceDataset(
            "base-adresse-nationale",
            "Base Adresse Nationale (BAN)",
            "Toutes les adresses de France, chacune avec sa position : la base que les secours, les services publics et"
                    + " les applications partagent.",
            "ign",
            "base-adresse-nationale",
            new Criterion("Environ 26 millions d’adresses", LocalDate.of(2024, 1, 1), "adresse.data.gouv.fr"),
            new Criterion("Publication quotidienne", LocalDate.of(2024, 1, 1), "adresse.data.gouv.fr"),
            new Criterion(
                    "Fichiers et API ouverts, sous Licence Ouverte 2.0",
                    LocalDate.of(2020, 1, 1),
                    "adresse.data.gouv.fr"),
            null);

    private final MongoTemplate store;

    ReferenceDatasets(MongoTemplate store) {
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bringTheFirst() {
        if (find(BAN.id()).isEmpty()) {
            try {
                store.insert(BAN);
            } catch (DuplicateKeyException broughtByAnother) {
                return;
            }
        }
    }

    public Optional<ReferenceDataset> find(String id) {
        return Optional.ofNullable(store.findById(id, ReferenceDataset.class));
    }

    public List<ReferenceDataset> all() {
        return store.find(
                new Query(Criteria.where("name").gt(""))
                        .with(Sort.by("name", "_id"))
                        .limit(MOST)
                        .cursorBatchSize(MOST),
                ReferenceDataset.class);
    }

    /** Writes a new one, or replaces the one at that address. */
    public ReferenceDataset write(CurrentUser moderator, ReferenceDraft draft) {
        allow(moderator);
        Long lock = find(draft.id()).map(ReferenceDataset::lock).orElse(null);
        if (lock == null && all().size() >= MOST) {
            throw ProblemException.invalidField("id", "field.too-many", MOST);
        }
        return store.save(draft.dataset(lock));
    }

    /** Throws unless that account may write the catalogue. */
    public static void allow(CurrentUser moderator) {
        if (!moderator.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
