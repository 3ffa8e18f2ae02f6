package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.agora.platform.security.JwtFixture;
import fr.agora.search.Asked;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A generated corpus, asked twice: with what is hidden in it, and without. No answer may differ. */
class LeakTests extends SearchTest {

    private static final List<String> WORDS =
            List.of("bocage", "fraude", "hôpital", "talus", "cadastre", "forêt", "lagune", "musée");
    private static final List<String> QUESTIONS = List.of(
            "bocage", "fraude hôpital", "cadstre", "musé lagunne", "foret talus bocage", "", "secret", "Zorglub");

    private final Random random = new Random(20_261_126);

    @Test
    void nothingObservableDependsOnWhatIsHidden() {
        var shown = new ArrayList<Facts>();
        var hidden = new ArrayList<Facts>();
        for (int n = 0; n < 60; n++) {
            shown.add(generated(n, "PUBLIC"));
            hidden.add(generated(1_000 + n, n % 3 == 0 ? "NETWORK" : "AGENTS").with("headline", "Secret Zorglub"));
        }
        hear(shown.toArray(Facts[]::new));
        var before = everythingAsked(null);

        hear(hidden.toArray(Facts[]::new));
        var after = everythingAsked(null);
        hear(hidden.stream().map(fact -> fact.withdrawn().at(2)).toArray(Facts[]::new));

        assertThat(after).isEqualTo(before);
        assertThat(everythingAsked(null)).isEqualTo(before);
    }

    @Test
    void anAgentLearnsNothingOfANetworkTheyAreNotIn() {
        var shown = new ArrayList<Facts>();
        var hidden = new ArrayList<Facts>();
        for (int n = 0; n < 40; n++) {
            shown.add(generated(n, n % 2 == 0 ? "PUBLIC" : "AGENTS"));
            hidden.add(generated(1_000 + n, "NETWORK").with("networks", List.of("amdac")));
        }
        hear(shown.toArray(Facts[]::new));
        var agent = JwtFixture.member("someone");
        var before = everythingAsked(agent);

        hear(hidden.toArray(Facts[]::new));

        assertThat(everythingAsked(agent)).isEqualTo(before);
    }

    private Facts generated(int n, String visibility) {
        var fact = Facts.member("m" + n, "Personne " + word() + " " + word())
                .with("bio", word() + " " + word() + " " + word())
                .seenBy(visibility)
                .ofMinistry("min-" + word(random.nextInt(3)), "Ministère " + word(0))
                .in("DEP-" + (10 + random.nextInt(9)), "Département");
        return random.nextBoolean() ? fact.needing("s-" + n % 4, "Compétence " + n % 4) : fact;
    }

    private String word() {
        return word(random.nextInt(WORDS.size()));
    }

    private static String word(int at) {
        return WORDS.get(at);
    }

    /** What the answers hold, in the order they hold it. */
    private Map<String, Object> everythingAsked(@Nullable JwtFixture user) {
        var answers = new LinkedHashMap<String, Object>();
        for (var words : QUESTIONS) {
            var found = Asked.get(mvc, "/api/search", user, "q", words, "size", "50");
            answers.put(words + " total", found.total());
            answers.put(words + " hits", found.ids());
            for (var facet : List.of("kind", "ministry", "territory", "skill")) {
                answers.put(words + " " + facet, found.facet(facet));
            }
            answers.put(words + " approximate", found.body().path("approximate").asBoolean());
            answers.put(words + " highlights", highlights(found));
            var typed = words.length() < 3 ? words : words.substring(0, 3);
            answers.put(
                    words + " suggestions",
                    Asked.get(mvc, "/api/search/suggestions", user, "q", typed)
                            .body()
                            .toString());
        }
        answers.put(
                "hidden item's neighbours",
                Asked.get(mvc, "/api/search/neighbours", user, "kind", "member", "id", "m1000")
                        .body()
                        .toString());
        for (int n = 0; n < 10; n++) {
            answers.put(
                    "neighbours of " + n,
                    Asked.get(mvc, "/api/search/neighbours", user, "kind", "member", "id", "m" + n)
                            .body()
                            .toString());
        }
        answers.put("feed", page("/recherche/flux.atom?q=bocage", user));
        answers.put("map", page("/recherche/carte?q=bocage", user));
        answers.put(
                "hidden word",
                Asked.get(mvc, "/api/search", user, "q", "Zorglup").body().path("didYouMean"));
        return answers;
    }

    private static Map<String, String> highlights(Asked found) {
        var all = new LinkedHashMap<String, String>();
        found.ids().forEach(id -> all.put(id, found.highlights(id, "title").toString() + found.highlights(id, "body")));
        return all;
    }

    private String page(String path, @Nullable JwtFixture user) {
        var request = get(path);
        if (user != null) {
            request.header("Authorization", user.bearer());
        }
        try {
            return mvc.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
