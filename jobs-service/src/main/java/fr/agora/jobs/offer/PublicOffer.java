package fr.agora.jobs.offer;

import fr.agora.jobs.offer.Surroundings.Employer;
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
        List<Skill> skills,
        List<UseCase> useCases,
        @Nullable Instant publishedAt,
        @Nullable LocalDate validThrough,
        Visibility visibility,
        String url,
        @Nullable Employer lab,
        @Nullable Salary salary,
        @Nullable Labelled rome,
        @Nullable String rmfp,
        Classification.@Nullable Category category,
        Classification.@Nullable Access access,
        Classification.@Nullable Versant versant) {

    /** A skill; absent means that one may do without it. */
    record Skill(String code, String label, @Nullable Boolean required) {}

    record UseCase(String id, String title, String url) {}

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
                content.skills().stream()
                        .map(skill -> new Skill(
                                skill.code(),
                                skill.label(),
                                content.requiredSkills().contains(skill.code()) ? true : null))
                        .toList(),
                around.useCases().stream()
                        .map(each -> new UseCase(each.id(), each.title(), each.url()))
                        .toList(),
                offer.publishedAt(),
                content.lastDay(),
                content.visibility(),
                offer.url(),
                around.lab(),
                content.salary(),
                content.classification().rome(),
                content.classification().rmfp(),
                content.classification().category(),
                content.classification().access(),
                content.classification().versant());
    }
}
