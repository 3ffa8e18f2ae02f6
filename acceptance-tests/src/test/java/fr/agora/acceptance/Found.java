package fr.agora.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a visitor finds, all pages of it. */
final class Found {

    static final List<String> KINDS = List.of("member", "organization", "use-case", "block", "offer", "reference-data");

    private Found() {}

    /** The titles of every hit of a kind that begins with these words. */
    static List<String> titles(Agora agora, String kind, String words) {
        List<String> titles = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String more = "&kind=" + kind + "&size=50";
        while (true) {
            JsonNode page = agora.anonymous().search(words, more);
            page.path("hits").forEach(hit -> {
                if (hit.path("title").asString("").startsWith(words)) {
                    titles.add(hit.path("title").asString());
                }
            });
            String next = page.path("next").asString("");
            if (next.isEmpty() || !cursors.add(next)) {
                return titles;
            }
            more = "&kind=" + kind + "&size=50&cursor=" + next;
        }
    }
}
