package fr.agora.directory.contact;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for a contact about; anything may be left out.
 *
 * @param organization identifier
 * @param siret fourteen digits, read where no organisation is given
 * @param commune code or name of a commune, department or region
 * @param topic code or name of a theme
 */
public record ContactQuestion(
        @Nullable String organization,
        @Nullable String siret,
        @Nullable String commune,
        @Nullable String topic) {

    public ContactQuestion {
        organization = blankIsAbsent(organization);
        siret = blankIsAbsent(siret);
        commune = blankIsAbsent(commune);
        topic = blankIsAbsent(topic);
    }

    private static @Nullable String blankIsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
