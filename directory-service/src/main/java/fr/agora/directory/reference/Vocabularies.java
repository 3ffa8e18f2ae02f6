package fr.agora.directory.reference;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The vocabularies the directory uses, read once at start. */
@Component
public class Vocabularies {

    private final Vocabulary skills = Vocabulary.read("skills.csv");
    private final Vocabulary communities = Vocabulary.read("communities.csv");
    private final Vocabulary themes = Vocabulary.read("themes.csv");
    private final Vocabulary territories = Vocabulary.read("territories.csv");
    private final Communes communes;

    Vocabularies(Communes communes) {
        this.communes = communes;
    }

    public Vocabulary skills() {
        return skills;
    }

    public Vocabulary communities() {
        return communities;
    }

    public Vocabulary themes() {
        return themes;
    }

    /** Regions, departments and the communes the file names, e.g. {@code DEP-2A}: short enough for a list of choices. */
    public Vocabulary territories() {
        return territories;
    }

    /** A region, a department or a commune of the official geographical code. */
    public boolean isTerritory(String code) {
        return communes.isKnown(code) || territories.find(code).isPresent();
    }

    /** The territories of the codes and the wider ones they lie in, so that a region finds its departments. */
    public List<Labelled> territoriesAround(List<String> codes) {
        Set<Labelled> around = new LinkedHashSet<>();
        codes.forEach(code -> around.addAll(withParents(code)));
        return List.copyOf(around);
    }

    /** The territory and those it lies in, the narrowest first; empty for an unknown code. */
    public List<Labelled> withParents(String code) {
        Optional<Commune> commune = communes.find(code);
        if (commune.isEmpty()) {
            return territories.withParents(code);
        }
        Set<Labelled> line = new LinkedHashSet<>();
        line.add(new Labelled(code, commune.get().name()));
        Optional.ofNullable(commune.get().within())
                .flatMap(communes::find)
                .ifPresent(city -> line.add(new Labelled(city.code(), city.name())));
        line.addAll(territories.withParents(commune.get().department()));
        return List.copyOf(line);
    }
}
