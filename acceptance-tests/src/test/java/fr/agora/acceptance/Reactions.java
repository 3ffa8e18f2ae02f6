package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** What the platform tells people because of what others did: notices in the inbox, and letters. */
final class Reactions {

    private static final Duration TOLD = Duration.ofMinutes(2);
    private static final String RECEIVER = "claire.fontaine";

    private final Agora agora;
    private final Instant since = Instant.now();
    private final String mails;
    private final List<String> subjects = new ArrayList<>();
    private final NavigableMap<Long, JsonNode> caughtByNumber = new TreeMap<>();
    private String summary = "";
    private int lost;

    Reactions(Agora agora) {
        this.agora = agora;
        this.mails = agora.part("mail") + "/mails.json";
    }

    /** Somebody wants to hear at once, by letter too, of whatever holds the word. */
    void watch(String account, String word) {
        Api watcher = agora.as(account);
        assertThat(watcher.put("/api/directory/notices/preferences", "{\"ALERTS\":\"AT_ONCE\"}")
                        .status())
                .isEqualTo(200);
        Answer kept = watcher.post(
                "/api/search/alerts", "{\"name\":\"Essai\",\"query\":\"q=%s\",\"rhythm\":\"AT_ONCE\"}".formatted(word));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    }

    /** A message whose notice and letter are on their way when this returns. */
    void write(String sender) {
        caught();
        String subject = "Sujet " + Words.madeUp();
        Answer sent = await("a message of " + sender)
                .atMost(TOLD)
                .ignoreExceptions()
                .until(
                        () -> agora.as(sender)
                                .post(
                                        "/api/directory/members/membre-" + RECEIVER.replace('.', '-') + "/messages",
                                        "{\"subject\":\"%s\",\"text\":\"Bonjour, auriez-vous un moment ?\"}"
                                                .formatted(subject)),
                        // 503: the gateway did not even ask; anything else may have been written
                        answer -> answer.status() != 503 && (answer.status() != 401 || refreshed(sender)));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        subjects.add(subject);
    }

    private boolean refreshed(String account) {
        agora.forget(account);
        return false;
    }

    /** Each once: a notice for each happening, and a letter unless a kill caught it in the moment of its handing over. */
    void areTold(String watcher, int happenings) {
        await("notices of " + watcher).atMost(TOLD).until(() -> notices(watcher, "ALERTS") >= happenings);
        await("notices of " + RECEIVER).atMost(TOLD).until(() -> notices(RECEIVER, "MESSAGES") >= subjects.size());
        int letters = settled(() -> alertsTo(watcher), happenings);
        int written = settled(this::messagesWritten, subjects.size());

        assertThat(notices(watcher, "ALERTS")).isEqualTo(happenings);
        assertThat(notices(RECEIVER, "MESSAGES")).isEqualTo(subjects.size());
        assertThat(letters).as("letters to " + watcher).isLessThanOrEqualTo(happenings);
        assertThat(caught()).as("every letter was seen").hasSize((int)
                (caughtByNumber.lastKey() - caughtByNumber.firstKey() + 1));
        assertThat(caught().stream()
                        .map(mail -> mail.path("headers").path("Message-ID").asString())
                        .toList())
                .doesNotHaveDuplicates();
        for (String subject : subjects) {
            assertThat(lettersTo(RECEIVER).stream().filter(mail -> speaksOf(subject, mail)))
                    .as(subject)
                    .hasSizeLessThanOrEqualTo(1);
        }
        lost = happenings + subjects.size() - letters - written;
        // ADR 17: a death in the moment of the hand-over loses one letter, and only two of the parts hand over
        assertThat(lost).as("letters lost").isLessThanOrEqualTo(2);
        summary = (happenings + subjects.size()) + " notices and " + (letters + written) + " letters, none twice, "
                + lost + " lost";
    }

    // fewer come only where a kill lost one, and that takes the whole wait
    private static int settled(Callable<Integer> count, int expected) {
        try {
            await().atMost(Duration.ofSeconds(60)).until(count, each -> each >= expected);
            return count.call();
        } catch (org.awaitility.core.ConditionTimeoutException fewer) {
            try {
                return count.call();
            } catch (Exception unreadable) {
                throw new IllegalStateException(unreadable);
            }
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Letters that never left, of those that were to be told. */
    int lost() {
        return lost;
    }

    String summary() {
        return summary;
    }

    private int notices(String account, String topic) {
        int count = 0;
        String more = "";
        while (true) {
            Answer answer = agora.as(account).get("/api/directory/notices?size=100" + more);
            if (answer.status() == 401) {
                agora.forget(account);
                continue;
            }
            for (JsonNode notice : answer.json().path("items")) {
                if (notice.path("topic").asString("").equals(topic)
                        && Instant.parse(notice.path("at").asString()).isAfter(since)) {
                    count++;
                }
            }
            String next = answer.json().path("next").asString("");
            if (next.isEmpty()) {
                return count;
            }
            more = "&cursor=" + next;
        }
    }

    private List<JsonNode> lettersTo(String account) {
        return caught().stream()
                .filter(mail -> mail.path("to").asString("").equals(account + "@agora.exemple"))
                .toList();
    }

    // of alerts alone: letters about what happened before, the demo's own, may still be leaving
    private int alertsTo(String account) {
        return (int) lettersTo(account).stream()
                .filter(mail -> speaksOf("/alertes", mail))
                .count();
    }

    private int messagesWritten() {
        return (int) lettersTo(RECEIVER).stream()
                .filter(mail -> subjects.stream().anyMatch(subject -> speaksOf(subject, mail)))
                .count();
    }

    private static boolean speaksOf(String words, JsonNode mail) {
        return mail.path("text").asString("").contains(words);
    }

    // all since the beginning: the catcher itself keeps two hundred, and is looked at more often than so many come
    private synchronized List<JsonNode> caught() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Api.JSON
                    .readTree(client.send(
                                    HttpRequest.newBuilder(URI.create(mails)).build(), BodyHandlers.ofString())
                            .body())
                    .valueStream()
                    .filter(mail -> Instant.parse(mail.path("at").asString()).isAfter(since))
                    .forEach(mail -> caughtByNumber.put(mail.path("number").asLong(), mail));
            return List.copyOf(caughtByNumber.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
