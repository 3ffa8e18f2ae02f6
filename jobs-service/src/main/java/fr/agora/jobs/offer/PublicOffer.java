package fr.agora.jobs.offer;

import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.offer.Surroundings.LinkedUseCase;
import fr.agora.jobs.offer.Surroundings.Ministry;
import fr.agora.platform.text.Labelled;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code agora.jobs.offer-published.v1}. */
record PublicOffer(
        String id,
        String title,
        String summary,
        @Nullable String description,
        int remoteDaysPerWeek,
        List<ContractType> contractTypes,
        Labelled jobFamily,
        Seniority seniority,
        List<Employer> organizations,
        List<Ministry> ministries,
        List<Labelled> territories,
        List<Labelled> skills,
        List<LinkedUseCase> useCases,
        @Nullable Instant publishedAt,
        LocalDate validThrough,
        Visibility visibility,
        String url) {

    static PublicOffer of(Offer offer) {
        OfferContent content = offer.content();
        Surroundings around = offer.surroundings();
        return new PublicOffer(
                offer.id(),
                content.title(),
                content.summary(),
                content.description(),
                content.remoteDaysPerWeek(),
                content.contractTypes(),
                content.jobFamily(),
                content.seniority(),
                around.organizations(),
                around.ministries(),
                content.territories(),
                content.skills(),
                around.useCases(),
                offer.publishedAt(),
                content.validThrough(),
                content.visibility(),
                offer.url());
    }
}
