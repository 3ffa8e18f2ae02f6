package fr.agora.directory.mandate;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a mandate in words people read, in either language. */
@Component
public class MandateWords {

    private final MessageSource texts;

    MandateWords(MessageSource texts) {
        this.texts = texts;
    }

    /** « Relais données (service déconcentré) ». */
    public String role(Mandate mandate, Locale locale) {
        String key = mandate.level() == null
                ? "mandate.role." + mandate.role()
                : "mandate.role." + mandate.role() + "." + mandate.level();
        return texts.getMessage(key, null, locale);
    }

    /** « Relais données (service déconcentré), DDT de l’Ardèche ». */
    public String named(Mandate mandate, Locale locale) {
        return role(mandate, locale) + ", " + mandate.organization().name();
    }
}
