package fr.agora.projects;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Use cases as clients write them. */
public final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static final String HEDGES = """
            {"title":"Compter les haies","pitch":"Les haies du département, vues du ciel.",
             "audience":"Agriculteurs, instructeurs des aides","whatChanges":"On ne compte plus les haies à pied.",
             "description":"## Récit\\n- photographier","phase":"IN_PROGRESS",
             "indicators":[{"label":"Délai d’un dossier","before":"21","after":"4","unit":"jours",
                            "measuredOn":"2026-09-30","source":"Direction départementale, échantillon"}],
             "blocks":[{"name":"Détecteur de haies","kind":"MODEL","summary":"Trouve une haie sur une photo.",
                        "licence":"etalab-2.0","access":"OPEN"},
                       {"name":"Convention d’échange","kind":"CONTRACT"}],
             "organizations":["dinum"],"territories":["DEP-07"],"skills":["python"],
             "themes":["Écologie"],"visibility":"PUBLIC"}""";

    private Bodies() {}

    /** The same with one property changed or added. */
    public static String with(String property, String jsonValue) {
        return with(HEDGES, property, jsonValue);
    }

    static String with(String body, String property, String jsonValue) {
        ObjectNode changed = (ObjectNode) JSON.readTree(body);
        changed.set(property, JSON.readTree(jsonValue));
        return changed.toString();
    }

    static String without(String property) {
        ObjectNode changed = (ObjectNode) JSON.readTree(HEDGES);
        changed.remove(property);
        return changed.toString();
    }
}
