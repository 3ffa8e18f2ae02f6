package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.Classification;
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
        List<String> requiredSkills,
        @Nullable Integer salaryFrom,
        @Nullable Integer salaryTo,
        @Nullable String salaryText,
        @Nullable Labelled rome,
        @Nullable String rmfp,
        Classification.@Nullable Category category,
        Classification.@Nullable Access access,
        Classification.@Nullable Versant versant,
        @Nullable String address,
        @Nullable String labId,
        @Nullable Employer lab,
        @Nullable String team,
        @Nullable String process,
        @Nullable String contactMandateId,
        @Nullable String employerLabel,
        @Nullable String originUrl,
        List<LinkedUseCase> useCases,
        @Nullable LocalDate validThrough,
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
                content.requiredSkills(),
                content.salary() == null ? null : content.salary().from(),
                content.salary() == null ? null : content.salary().to(),
                content.salaryText(),
                content.classification().rome(),
                content.classification().rmfp(),
                content.classification().category(),
                content.classification().access(),
                content.classification().versant(),
                content.circumstances().address(),
                content.circumstances().labId(),
                offer.surroundings().lab(),
                content.circumstances().team(),
                content.circumstances().process(),
                content.circumstances().contactMandateId(),
                content.circumstances().employerLabel(),
                content.circumstances().originUrl(),
                offer.surroundings().useCases(),
                content.lastDay(),
                content.visibility(),
                offer.publishedAt(),
                offer.updatedAt(),
                offer.url());
    }
}
