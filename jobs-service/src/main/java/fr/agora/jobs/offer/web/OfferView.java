package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.OfferStatus;
import fr.agora.jobs.offer.Seniority;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.offer.Surroundings.LinkedUseCase;
import fr.agora.jobs.offer.Surroundings.Ministry;
import fr.agora.jobs.offer.Visibility;
import fr.agora.platform.text.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An offer as the API answers it; who wrote it is nobody's business. */
public record OfferView(
        String id,
        OfferStatus status,
        String title,
        String summary,
        @Nullable String description,
        @Nullable String organizationId,
        List<Employer> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        int remoteDaysPerWeek,
        List<ContractType> contractTypes,
        Labelled jobFamily,
        Seniority seniority,
        List<Labelled> skills,
        @Nullable String salaryText,
        List<LinkedUseCase> useCases,
        LocalDate validThrough,
        Visibility visibility,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        String url) {

    static OfferView of(Offer offer) {
        OfferContent content = offer.content();
        return new OfferView(
                offer.id(),
                offer.status(),
                content.title(),
                content.summary(),
                content.description(),
                content.organizationId(),
                offer.surroundings().organizations(),
                offer.surroundings().ministries(),
                content.territories(),
                content.remoteDaysPerWeek(),
                content.contractTypes(),
                content.jobFamily(),
                content.seniority(),
                content.skills(),
                content.salaryText(),
                offer.surroundings().useCases(),
                content.validThrough(),
                content.visibility(),
                offer.publishedAt(),
                offer.updatedAt(),
                offer.url());
    }
}
