package fr.agora.projects.referencedata;

import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.platform.messaging.ReplaySource;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.copies.OrganizationHeard;
import fr.agora.projects.copies.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** The catalogue of reference data, a dozen or two; moderators write it. */
@Service
public class ReferenceDatasets implements ReplaySource {

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
                    "adresse.data.gouv.fr"));

    private final MongoTemplate store;
    private final Organizations organizations;
    private final Clock clock;

    ReferenceDatasets(MongoTemplate store, Organizations organizations, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void bringTheFirst() {
        if (kept(BAN.id()).isEmpty()) {
            try {
                KeptDataset first = KeptDataset.of(BAN);
                first.tell(source(BAN.sourceOrganization()), clock);
                store.insert(first);
            } catch (DuplicateKeyException broughtByAnother) {
                return;
            }
        }
        // those written before the search listened are told now
        everyKept().forEach(this::tell);
    }

    /** The administration may have another name now. */
    @EventListener
    void on(OrganizationHeard heard) {
        store.find(
                        new Query(Criteria.where("sourceOrganization").is(heard.id()))
                                .with(Sort.by("_id"))
                                .limit(MOST)
                                .cursorBatchSize(MOST),
                        KeptDataset.class)
                .forEach(this::tell);
    }

    private void tell(KeptDataset dataset) {
        if (dataset.tell(source(dataset.dataset().sourceOrganization()), clock)) {
            try {
                store.save(dataset);
            } catch (OptimisticLockingFailureException writtenMeanwhile) {
                // whoever wrote it told it too
                return;
            }
        }
    }

    private Organization source(String id) {
        return organizations.find(id).orElseGet(() -> Organization.unheard(id));
    }

    public Optional<ReferenceDataset> find(String id) {
        return kept(id).map(KeptDataset::dataset);
    }

    private Optional<KeptDataset> kept(String id) {
        return Optional.ofNullable(store.findById(id, KeptDataset.class));
    }

    public List<ReferenceDataset> all() {
        return everyKept().stream().map(KeptDataset::dataset).toList();
    }

    private List<KeptDataset> everyKept() {
        return store.find(
                new Query(Criteria.where("name").gt(""))
                        .with(Sort.by("name", "_id"))
                        .limit(MOST)
                        .cursorBatchSize(MOST),
                KeptDataset.class);
    }

    @Override
    public String kind() {
        return "reference-data";
    }

    @Override
    public void forEachCurrent(Consumer<OutboxEntry> sink) {
        everyKept().forEach(each -> each.current(clock).ifPresent(sink));
    }

    /** Writes a new one, or replaces the one at that address. */
    public ReferenceDataset write(CurrentUser moderator, ReferenceDraft draft) {
        allow(moderator);
        Optional<KeptDataset> known = kept(draft.id());
        if (known.isEmpty() && all().size() >= MOST) {
            throw ProblemException.invalidField("id", "field.too-many", MOST);
        }
        KeptDataset dataset = known.orElseGet(() -> KeptDataset.of(draft.dataset()));
        dataset.write(draft.dataset());
        dataset.tell(source(draft.sourceOrganization()), clock);
        return store.save(dataset).dataset();
    }

    /** Throws unless that account may write the catalogue. */
    public static void allow(CurrentUser moderator) {
        if (!moderator.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
