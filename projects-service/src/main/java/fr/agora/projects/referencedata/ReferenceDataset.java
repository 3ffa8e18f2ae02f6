package fr.agora.projects.referencedata;

import org.jspecify.annotations.Nullable;

/**
 * Reference data of the public service of data (SPDR).
 *
 * @param id its address: {@code base-adresse-nationale}
 * @param sourceOrganization the administration that answers for it, by its identifier in the directory
 * @param dataGouvSlug of its page on data.gouv.fr
 * @param completeness absent while nobody measured it, like the two others
 */
public record ReferenceDataset(
        String id,
        String name,
        String summary,
        String sourceOrganization,
        @Nullable String dataGouvSlug,
        @Nullable Criterion completeness,
        @Nullable Criterion freshness,
        @Nullable Criterion diffusion) {

    public String url() {
        return "/donnees-reference/" + id;
    }
}
