package fr.agora.projects.referencedata;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Reference data of the public service of data (SPDR).
 *
 * @param id its address: {@code base-adresse-nationale}
 * @param sourceOrganization the administration that answers for it, by its identifier in the directory
 * @param dataGouvSlug of its page on data.gouv.fr
 * @param completeness absent while nobody measured it, like the two others
 */
@Document("reference_datasets")
@CompoundIndex(name = "by_name", def = "{'name': 1, '_id': 1}")
public record ReferenceDataset(
        @Id String id,
        String name,
        String summary,
        String sourceOrganization,
        @Nullable String dataGouvSlug,
        @Nullable Criterion completeness,
        @Nullable Criterion freshness,
        @Nullable Criterion diffusion,
        @Version @Nullable Long lock) {

    public String url() {
        return "/donnees-reference/" + id;
    }
}
