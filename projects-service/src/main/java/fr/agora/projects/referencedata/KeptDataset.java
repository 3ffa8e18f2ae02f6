package fr.agora.projects.referencedata;

import fr.agora.platform.messaging.FactType;
import fr.agora.platform.messaging.OutboxDocument;
import fr.agora.platform.messaging.OutboxEntry;
import fr.agora.projects.copies.Organization;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A reference dataset as it is kept, with what the search was told of it. */
@Document("reference_datasets")
@CompoundIndex(name = "by_name", def = "{'name': 1, '_id': 1}")
@CompoundIndex(name = "by_source", def = "{'sourceOrganization': 1, '_id': 1}")
class KeptDataset extends OutboxDocument {

    private static final FactType PUBLISHED = new FactType("agora.projects.reference-data-published.v1");

    @Id
    private final String id;

    private String name;
    private String summary;
    private String sourceOrganization;
    private @Nullable String dataGouvSlug;
    private @Nullable Criterion completeness;
    private @Nullable Criterion freshness;
    private @Nullable Criterion diffusion;

    /** Absent from what was kept before there was anybody to tell. */
    private @Nullable PublicDataset told;

    @PersistenceCreator
    KeptDataset(String id, String name, String summary, String sourceOrganization) {
        this.id = id;
        this.name = name;
        this.summary = summary;
        this.sourceOrganization = sourceOrganization;
    }

    static KeptDataset of(ReferenceDataset dataset) {
        KeptDataset kept =
                new KeptDataset(dataset.id(), dataset.name(), dataset.summary(), dataset.sourceOrganization());
        kept.write(dataset);
        return kept;
    }

    void write(ReferenceDataset dataset) {
        name = dataset.name();
        summary = dataset.summary();
        sourceOrganization = dataset.sourceOrganization();
        dataGouvSlug = dataset.dataGouvSlug();
        completeness = dataset.completeness();
        freshness = dataset.freshness();
        diffusion = dataset.diffusion();
    }

    ReferenceDataset dataset() {
        return new ReferenceDataset(
                id, name, summary, sourceOrganization, dataGouvSlug, completeness, freshness, diffusion);
    }

    /** Tells it under its administration's present name; false where that would be nothing new. */
    boolean tell(Organization source, Clock clock) {
        PublicDataset now = PublicDataset.of(dataset(), source);
        if (now.equals(told)) {
            return false;
        }
        told = now;
        nextRevision();
        announce(PUBLISHED, id, now, clock);
        return true;
    }

    Optional<OutboxEntry> current(Clock clock) {
        return told == null
                ? Optional.empty()
                : Optional.of(currentFact(PUBLISHED, id, Objects.requireNonNull(told), clock));
    }
}
