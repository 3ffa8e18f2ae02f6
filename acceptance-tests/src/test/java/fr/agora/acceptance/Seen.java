package fr.agora.acceptance;

import fr.agora.acceptance.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What somebody got at an address: of JSON all of it, of a page its heading.
 *
 * @param links addresses of this site that a page leads to
 */
record Seen(int status, String heading, JsonNode json, Set<String> links) {

    private static final Pattern HEADING = Pattern.compile("<h1[^>]*>(.*?)</h1>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"?#]*)\"");
    private static final Pattern LEADS_OUT =
            Pattern.compile("/(auth|connexion|deconnexion|static|assets|dsfr)(/.*)?|.*\\.\\w{2,5}");
    /** Of the moment of asking: where the next page begins, how old something is, what was read meanwhile. */
    private static final Set<String> OF_THE_MOMENT = Set.of("next", "cursor", "age", "took", "unread", "exportedAt");

    static Seen by(Api api, String address) {
        Answer answer = api.get(address);
        while (answer.status() == 429) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            answer = api.get(address);
        }
        Set<String> links = new TreeSet<>();
        String heading = "";
        if (answer.type().startsWith("text/html")) {
            Matcher found = HEADING.matcher(answer.body());
            heading = found.find()
                    ? found.group(1)
                            .replaceAll("<[^>]*>", " ")
                            .replaceAll("\\s+", " ")
                            .strip()
                    : "";
            for (Matcher link = LINK.matcher(answer.body()); link.find(); ) {
                if (!LEADS_OUT.matcher(link.group(1)).matches()) {
                    links.add(link.group(1));
                }
            }
        }
        JsonNode json = answer.status() == 200
                        && answer.type().contains("json")
                        && !answer.body().isBlank()
                ? firstJson(answer)
                : Api.JSON.missingNode();
        return new Seen(answer.status(), heading, json, links);
    }

    // of one document a line the lines
    private static JsonNode firstJson(Answer answer) {
        if (!answer.type().contains("ndjson")) {
            return answer.json();
        }
        var lines = Api.JSON.createArrayNode();
        answer.body().lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(Api.JSON.readTree(line)));
        return lines;
    }

    /** What of this is not there any more, empty when all is. */
    List<String> lostIn(Seen later) {
        List<String> lost = new ArrayList<>();
        if (status != later.status) {
            lost.add(status + " is " + later.status);
        } else if (!heading.equals(later.heading)) {
            lost.add("« " + heading + " » is « " + later.heading + " »");
        } else {
            lost(json, later.json, "", lost);
        }
        return lost;
    }

    private static void lost(JsonNode before, JsonNode after, String where, List<String> lost) {
        if (before.isObject()) {
            before.forEachEntry((name, value) -> {
                if (!OF_THE_MOMENT.contains(name)) {
                    lost(value, after.path(name), where + "/" + name, lost);
                }
            });
        } else if (before.isArray()) {
            for (JsonNode each : before) {
                if (after.valueStream().noneMatch(candidate -> isIn(each, candidate))) {
                    lost.add(where + " without " + shortened(each));
                }
            }
        } else if (!before.isNull() && !before.isMissingNode() && !before.equals(after)) {
            lost.add(where + " " + shortened(before) + " is " + shortened(after));
        }
    }

    private static boolean isIn(JsonNode before, JsonNode after) {
        List<String> lost = new ArrayList<>();
        lost(before, after, "", lost);
        return lost.isEmpty();
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
