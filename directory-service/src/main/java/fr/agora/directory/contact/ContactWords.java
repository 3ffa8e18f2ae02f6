package fr.agora.directory.contact;

import fr.agora.directory.mandate.HolderNames;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.directory.organization.Organization;
import fr.agora.directory.organization.OrganizationRef;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says who a contact is and why they were chosen. */
@Component
@EnableConfigurationProperties(ContactSettings.class)
class ContactWords {

    private final MessageSource texts;
    private final MandateWords mandates;
    private final ContactSettings settings;

    ContactWords(MessageSource texts, MandateWords mandates, ContactSettings settings) {
        this.texts = texts;
        this.mandates = mandates;
        this.settings = settings;
    }

    ContactPoint point(
            Chain.Link link, @Nullable Organization asked, Place place, HolderNames.@Nullable Holder holder) {
        Mandate mandate = link.mandate();
        return new ContactPoint(
                mandate.id(),
                mandate.role().name(),
                new Reason(mandates.role(mandate, Locale.FRENCH), mandates.role(mandate, Locale.ENGLISH)),
                mandate.organization(),
                mandate.scope(),
                link.step(),
                reason(link, asked, place),
                holder,
                mandate.contactUrl(),
                mandate.url());
    }

    ContactPoint support() {
        return new ContactPoint(
                null,
                "SUPPORT",
                both("contact.support"),
                null,
                null,
                Step.SUPPORT,
                both("contact.reason.SUPPORT"),
                null,
                settings.supportUrl(),
                settings.supportUrl());
    }

    private Reason reason(Chain.Link link, @Nullable Organization asked, Place place) {
        Mandate mandate = link.mandate();
        String organization = asked == null ? "" : asked.name();
        String key = "contact.reason." + link.step();
        return switch (link.step()) {
            case OWN -> both(key, organization);
            case ANCESTOR -> both(key, organization, above(mandate, asked, link.distance()));
            case TERRITORY, REGION ->
                both(key, place.departmentsThenRegions().get(link.distance()).label());
            case MINISTRY ->
                both(
                        key,
                        asked == null
                                ? ""
                                : asked.ministries().get(link.distance() / 2).name());
            case STATE, SUPPORT -> both(key);
        };
    }

    private static String above(Mandate mandate, @Nullable Organization asked, int level) {
        String id = asked == null ? "" : asked.ancestorIds().get(level);
        return mandate.scope().organizations().stream()
                .filter(each -> each.id().equals(id))
                .map(OrganizationRef::name)
                .findFirst()
                .orElse(mandate.organization().name());
    }

    private Reason both(String key, Object... arguments) {
        return new Reason(
                texts.getMessage(key, arguments, Locale.FRENCH), texts.getMessage(key, arguments, Locale.ENGLISH));
    }
}
