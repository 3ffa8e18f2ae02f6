package fr.agora.jobs;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Offers as clients write them. */
public final class Bodies {

    public static final String DATA_SCIENTIST = """
            {"title":"Data scientist télétravail","summary":"Vous ferez parler les données de l’État.",
             "description":"## Missions\\n- explorer","remoteDaysPerWeek":3,
             "territories":["DEP-75",{"code":"COM-35238","label":"Rennes"}],
             "contractTypes":["FIXED_TERM","PERMANENT"],"jobFamily":"data-scientist","seniority":"CONFIRMED",
             "skills":["python","Cartographie des haies"],"salaryText":"42 000 €","validThrough":"2026-12-31",
             "visibility":"PUBLIC"}""";

    private Bodies() {}

    /** The same with one property changed or added. */
    public static String with(String property, String jsonValue) {
        ObjectNode offer = (ObjectNode) JsonMapper.shared().readTree(DATA_SCIENTIST);
        offer.set(property, JsonMapper.shared().readTree(jsonValue));
        return offer.toString();
    }
}
