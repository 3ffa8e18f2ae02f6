package fr.agora.search.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Which territory lies in which, so that what is in a town is found by its department and its region. */
final class Territories {

    private Territories() {}

    static List<Label> withSurroundings(List<Label> territories) {
        var all = new LinkedHashMap<String, Label>();
        for (var territory : territories) {
            for (var around = territory; around != null; around = Vocabulary.TERRITORIES.parent(around.code())) {
                all.putIfAbsent(around.code(), around);
            }
        }
        return new ArrayList<>(all.values());
    }
}
