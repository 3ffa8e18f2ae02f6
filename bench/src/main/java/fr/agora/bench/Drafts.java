package fr.agora.bench;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Offers ready to be published, each with a word nobody else uses; those of an earlier run are written over. */
final class Drafts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TITLE = "Offre de mesure ";
    private static final String CONSONANTS = "bdfgklmnprtvz";
    private static final String VOWELS = "aiou";

    private final Platform platform;
    private final URI offers;
    private final String bearer;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Drafts(Platform platform, URI gateway, String bearer) {
        this.platform = platform;
        this.offers = gateway.resolve("/api/jobs/offers");
        this.bearer = bearer;
    }

    /** @param sharingAWord how many in a row have the same word, so that one search looks for them all */
    List<Trial> of(int count, int sharingAWord) throws IOException {
        Deque<String> earlier = ofEarlierRuns();
        List<Trial> trials = new ArrayList<>();
        String word = "";
        for (int i = 0; i < count; i++) {
            if (i % sharingAWord == 0) {
                word = word();
            }
            trials.add(new Trial(write(earlier.poll(), content(word)), word));
        }
        return trials;
    }

    // nothing is ever deleted here: without this every run would leave some hundreds of withdrawn offers more
    private Deque<String> ofEarlierRuns() throws IOException {
        Deque<String> ids = new ArrayDeque<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page = platform.get(URI.create(offers + "?mine=true&size=100" + cursor), "Authorization", bearer);
            for (JsonNode offer : page.path("items")) {
                boolean isOurs = offer.path("title").asString("").startsWith(TITLE);
                if (isOurs && !offer.path("status").asString("").equals("PUBLISHED")) {
                    ids.add(offer.path("id").asString(""));
                }
            }
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return ids;
    }

    private String write(@Nullable String earlier, String content) throws IOException {
        if (earlier != null) {
            platform.put(URI.create(offers + "/" + earlier), content, "Authorization", bearer);
            return earlier;
        }
        return platform.post(offers, content, "Authorization", bearer)
                .path("id")
                .asString("");
    }

    private static String content(String word) {
        String description = """
                Au sein de l'équipe produit, vous construisez des indicateurs utiles aux agents de terrain, de la \
                collecte des données jusqu'à leur restitution. Vous documentez vos méthodes, vous les partagez avec \
                les autres ministères et vous accompagnez celles et ceux qui les reprennent.""";
        return JSON.writeValueAsString(Map.of(
                "title",
                TITLE + word,
                "summary",
                "Une offre écrite par la mesure des délais, retirée dès la mesure finie.",
                "description",
                description,
                "remoteDaysPerWeek",
                2,
                "contractTypes",
                List.of("FIXED_TERM"),
                "validThrough",
                LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(30).toString()));
    }

    // pronounceable, so that the analyser takes it for a word; the last letter keeps the stemmer away from its end
    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            word.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.append('k').toString();
    }
}
