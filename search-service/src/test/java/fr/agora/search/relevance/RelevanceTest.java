package fr.agora.search.relevance;

import fr.agora.platform.security.JwtFixture;
import fr.agora.search.Asked;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks judged queries of the service. */
abstract class RelevanceTest extends SearchTest {

    private static final int BATCH = 200;
    private static final String FIRST_FIFTY = "50";

    void index(List<Facts> facts) {
        for (int from = 0; from < facts.size(); from += BATCH) {
            hear(facts.subList(from, Math.min(facts.size(), from + BATCH)).toArray(Facts[]::new));
        }
    }

    Map<Judgements.Query, Measures> measured(Judgements judgements) {
        var measured = new LinkedHashMap<Judgements.Query, Measures>();
        for (var query : judgements.queries()) {
            measured.put(query, Measures.of(ranked(query).ids(), judgements.of(query)));
        }
        return measured;
    }

    private Asked ranked(Judgements.Query query) {
        var parameters = new ArrayList<>(List.of("q", query.words(), "size", FIRST_FIFTY));
        query.kinds().forEach(kind -> parameters.addAll(List.of("kind", kind)));
        return searchAs(JwtFixture.member("juge"), parameters.toArray(String[]::new));
    }

    static Measures average(Map<Judgements.Query, Measures> measured) {
        return Measures.average(List.copyOf(measured.values()));
    }
}
