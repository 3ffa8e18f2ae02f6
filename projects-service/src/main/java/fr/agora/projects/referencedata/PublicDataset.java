package fr.agora.projects.referencedata;

import fr.agora.projects.copies.Ministry;
import fr.agora.projects.copies.Organization;
import fr.agora.projects.usecase.OrganizationRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code agora.projects.reference-data-published.v1}. */
record PublicDataset(
        String id,
        String name,
        String summary,
        List<OrganizationRef> organizations,
        List<Ministry> ministries,
        @Nullable Criterion completeness,
        @Nullable Criterion freshness,
        @Nullable Criterion diffusion,
        String visibility,
        String url) {

    static PublicDataset of(ReferenceDataset dataset, Organization source) {
        return new PublicDataset(
                dataset.id(),
                dataset.name(),
                dataset.summary(),
                List.of(new OrganizationRef(source.id(), source.name(), source.acronym())),
                source.ministries(),
                dataset.completeness(),
                dataset.freshness(),
                dataset.diffusion(),
                "PUBLIC",
                dataset.url());
    }
}
