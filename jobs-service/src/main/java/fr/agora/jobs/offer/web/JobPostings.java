package fr.agora.jobs.offer.web;

import fr.agora.jobs.offer.ContractType;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.offer.OfferContent;
import fr.agora.jobs.offer.OfferSettings;
import fr.agora.jobs.offer.Salary;
import fr.agora.jobs.offer.Surroundings.Employer;
import fr.agora.jobs.offer.Visibility;
import fr.agora.jobs.reference.Territories;
import fr.agora.platform.text.Labelled;
import fr.agora.platform.ui.Markdown;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A public offer as schema.org's JobPosting, which search engines read in its page. */
@Component
class JobPostings {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int WHOLE_WEEK = 5;

    private final OfferSettings settings;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    JobPostings(OfferSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Ready to stand in a script element; absent unless everybody may read the offer now. */
    @Nullable
    String of(Offer offer) {
        boolean forAll = offer.isPublished()
                && !offer.isOver(clock)
                && offer.content().visibility() == Visibility.PUBLIC
                && offer.publishedAt() != null;
        // a text that holds "</script>" must not end the element
        return forAll ? json.writeValueAsString(posting(offer)).replace("<", "\\u003c") : null;
    }

    private Map<String, Object> posting(Offer offer) {
        OfferContent content = offer.content();
        Map<String, Object> posting = new LinkedHashMap<>();
        posting.put("@context", "https://schema.org");
        posting.put("@type", "JobPosting");
        posting.put("title", content.title());
        posting.put("description", html(content));
        posting.put("identifier", thing("PropertyValue", "name", employer(offer), "value", offer.id()));
        posting.put(
                "datePosted",
                Optional.ofNullable(offer.publishedAt())
                        .orElseThrow()
                        .atZone(PARIS)
                        .toLocalDate()
                        .toString());
        if (content.hasEnd()) {
            posting.put(
                    "validThrough",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(content.validThrough()
                            .atTime(LocalTime.of(23, 59, 59))
                            .atZone(PARIS)));
        }
        posting.put("url", settings.publicUrl() + offer.url());
        posting.put("hiringOrganization", organization(offer));
        List<String> employment = content.contractTypes().stream()
                .flatMap(type -> employment(type).stream())
                .distinct()
                .toList();
        if (!employment.isEmpty()) {
            posting.put("employmentType", employment);
        }
        posting.put("jobLocation", places(content));
        if (content.remoteDaysPerWeek() == WHOLE_WEEK) {
            posting.put("jobLocationType", "TELECOMMUTE");
            posting.put("applicantLocationRequirements", thing("Country", "name", "FR"));
        }
        if (content.salary() != null) {
            posting.put("baseSalary", salary(content.salary()));
        }
        if (!content.skills().isEmpty()) {
            posting.put(
                    "skills",
                    String.join(
                            ", ", content.skills().stream().map(Labelled::label).toList()));
        }
        Labelled trade = content.classification().rome();
        posting.put(
                "occupationalCategory",
                trade == null ? content.jobFamily().label() : trade.code() + " " + trade.label());
        posting.put("industry", "Administration publique");
        posting.put("directApply", false);
        return posting;
    }

    private static String html(OfferContent content) {
        String lead = "<p>" + content.summary().replace("&", "&amp;").replace("<", "&lt;") + "</p>";
        if (content.description() == null) {
            return lead;
        }
        StringOutput body = new StringOutput();
        Markdown.toHtml(content.description()).writeTo(body);
        return lead + body;
    }

    private static String employer(Offer offer) {
        return offer.surroundings().organizations().stream()
                .map(Employer::name)
                .findFirst()
                .or(() -> Optional.ofNullable(offer.content().circumstances().employerLabel()))
                .orElse("Employeur public");
    }

    private Map<String, Object> organization(Offer offer) {
        Map<String, Object> organization = thing("Organization", "name", employer(offer));
        offer.surroundings().organizations().stream()
                .findFirst()
                .ifPresent(
                        known -> organization.put("url", settings.publicUrl() + "/annuaire/organismes/" + known.id()));
        return organization;
    }

    private static List<Map<String, Object>> places(OfferContent content) {
        List<Map<String, Object>> places = new ArrayList<>();
        for (Labelled place : Territories.mostPrecise(content.territories())) {
            Map<String, Object> address = thing("PostalAddress", "addressCountry", "FR");
            address.put(place.code().startsWith("COM-") ? "addressLocality" : "addressRegion", place.label());
            if (place.code().startsWith("COM-")) {
                Territories.regionOf(place).ifPresent(region -> address.put("addressRegion", region.label()));
            }
            if (places.isEmpty() && content.circumstances().address() != null) {
                address.put("streetAddress", content.circumstances().address());
            }
            places.add(thing("Place", "address", address));
        }
        if (places.isEmpty()) {
            places.add(thing("Place", "address", thing("PostalAddress", "addressCountry", "FR")));
        }
        return places;
    }

    private static Map<String, Object> salary(Salary salary) {
        Map<String, Object> value = thing("QuantitativeValue", "unitText", "YEAR");
        if (salary.from() != null) {
            value.put("minValue", salary.from());
        }
        if (salary.to() != null) {
            value.put("maxValue", salary.to());
        }
        return thing("MonetaryAmount", "currency", "EUR", "value", value);
    }

    private static Optional<String> employment(ContractType type) {
        return switch (type) {
            case CIVIL_SERVANT, PERMANENT -> Optional.of("FULL_TIME");
            case FIXED_TERM -> Optional.of("TEMPORARY");
            case FREELANCE -> Optional.of("CONTRACTOR");
            case INTERNSHIP -> Optional.of("INTERN");
            case APPRENTICESHIP -> Optional.of("OTHER");
            case UNSPECIFIED -> Optional.empty();
        };
    }

    private static Map<String, Object> thing(String type, Object... pairs) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        for (int index = 0; index < pairs.length; index += 2) {
            thing.put(String.valueOf(pairs[index]), pairs[index + 1]);
        }
        return thing;
    }
}
