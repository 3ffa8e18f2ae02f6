package fr.agora.directory.reference;

import fr.agora.platform.text.Labelled;
import fr.agora.platform.text.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The vocabularies the directory uses, read once at start. */
@Component
public class Vocabularies {

    private static final Pattern COMMUNE = Pattern.compile("COM-[0-9][0-9AB][0-9]{3}");

    private final Vocabulary skills = Vocabulary.read("skills.csv");
    private final Vocabulary communities = Vocabulary.read("communities.csv");
    private final Vocabulary territories = Vocabulary.read("territories.csv");

    public Vocabulary skills() {
        return skills;
    }

    public Vocabulary communities() {
        return communities;
    }

    /** Regions, departments and the communes the file names, e.g. {@code DEP-2A}. */
    public Vocabulary territories() {
        return territories;
    }

    /** A commune of the file or any well-formed commune code: the list of 35 000 names is not carried here. */
    public boolean isTerritory(String code) {
        return territories.find(code).isPresent() || COMMUNE.matcher(code).matches();
    }

    /** The territories of the codes and the wider ones they lie in, so that a region finds its departments. */
    public List<Labelled> territoriesAround(List<String> codes) {
        Set<Labelled> around = new LinkedHashSet<>();
        for (String code : codes) {
            List<Labelled> known = territories.withParents(code);
            if (known.isEmpty() && COMMUNE.matcher(code).matches()) {
                around.add(new Labelled(code, "Commune " + code.substring("COM-".length())));
            }
            around.addAll(known);
        }
        return List.copyOf(around);
    }
}
