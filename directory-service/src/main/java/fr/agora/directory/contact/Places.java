package fr.agora.directory.contact;

import fr.agora.directory.organization.Organization;
import fr.agora.directory.reference.Commune;
import fr.agora.directory.reference.Communes;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.text.Labelled;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds places by code or name, and the department and region they lie in; no store is asked. */
@Component
class Places {

    private final Vocabularies vocabularies;
    private final Communes communes;

    Places(Vocabularies vocabularies, Communes communes) {
        this.vocabularies = vocabularies;
        this.communes = communes;
    }

    /** {@code 07186}, {@code COM-07186}, {@code 07}, {@code DEP-07}, {@code REG-84} or a name. */
    Optional<Place> find(String words) {
        String typed = words.strip().toUpperCase(Locale.ROOT);
        for (String code : List.of(typed, "COM-" + typed, "DEP-" + typed)) {
            if (vocabularies.isTerritory(code)) {
                return Optional.of(at(code));
            }
        }
        Labelled named = vocabularies.territories().named(words);
        return vocabularies
                .territories()
                .find(named.code())
                .map(Labelled::code)
                .or(() -> communes.meant(words).map(Commune::code))
                .map(this::at);
    }

    Place of(Organization organization) {
        Set<Labelled> around = new LinkedHashSet<>();
        organization.territoryCodes().forEach(code -> around.addAll(vocabularies.withParents(code)));
        List<Labelled> all = List.copyOf(around);
        return all.isEmpty() ? Place.UNKNOWN : new Place(all.getFirst(), all);
    }

    private Place at(String code) {
        List<Labelled> around = vocabularies.withParents(code);
        return around.isEmpty() ? Place.UNKNOWN : new Place(around.getFirst(), around);
    }
}
