package fr.agora.directory.contact;

import fr.agora.directory.lifecycle.PublicAddress;
import fr.agora.directory.mandate.Mandate;
import fr.agora.directory.mandate.MandateWords;
import fr.agora.platform.text.Labelled;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A contact point as a card for an address book: a role and the form that reaches it, never a person's address. */
@Component
public class ContactCard {

    private final MandateWords words;
    private final PublicAddress site;

    ContactCard(MandateWords words, PublicAddress site) {
        this.words = words;
        this.site = site;
    }

    /** The text of a vCard 4.0. */
    public String of(Mandate mandate, Locale locale) {
        VCard card = new VCard()
                .raw("KIND", "org")
                .raw("UID", "urn:agora:mandate:" + mandate.id())
                .text("FN;LANGUAGE=" + locale.getLanguage(), words.named(mandate, locale))
                .text("ORG", mandate.organization().name())
                .text("ROLE", words.role(mandate, locale))
                .raw("URL;TYPE=work", site.of(mandate.contactUrl()))
                .raw("SOURCE", site.of(mandate.url() + "/contact.vcf"))
                .raw("LANG", locale.getLanguage());
        String topics = mandate.scope().topics().stream().map(Labelled::label).collect(Collectors.joining(", "));
        if (!topics.isEmpty()) {
            card.text("NOTE", topics);
        }
        return card.end();
    }
}
