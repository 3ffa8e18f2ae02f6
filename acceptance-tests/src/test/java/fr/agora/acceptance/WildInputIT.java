package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.acceptance.WildRequests.Wild;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Thousands of requests that nobody meant to send, made from what the services describe, as several people: each meets
 * an answer in time, and a refusal that says what is wrong. It withdraws what it may, so it is the last story.
 *
 * <p>Ten thousand of them: {@code ./agora test -P wild}. {@code -Dagora.fuzz.seed=7} for others, {@code
 * -Dagora.fuzz.only=123} for one.
 */
class WildInputIT {

    private static final long SEED = Long.getLong("agora.fuzz.seed", 20_261_126);
    private static final int REQUESTS = Integer.getInteger("agora.fuzz.requests", 5_000);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 4;
    private static final int MEGABYTES = 900;
    private static final Pattern PART = Pattern.compile(
            "^(directory|projects|jobs|search|gateway) +(\\w+) +(\\d+) +\\d+ +(\\d+)", Pattern.MULTILINE);

    private static final List<String> ACCOUNTS = List.of(
            "",
            "",
            "lucas.morvan",
            "nora.lefevre",
            "claire.fontaine",
            "rachid.benomar",
            "sofia.marchetti",
            "admin.demo");

    /** A token lives for five minutes. */
    private record Held(String token, long since) {

        static Held of(Agora agora, String account) {
            return new Held(agora.run("token", account), System.nanoTime());
        }

        boolean isOld() {
            return System.nanoTime() - since > Duration.ofMinutes(4).toNanos();
        }
    }

    private final Agora agora = Agora.running();
    private final Map<String, Held> tokens = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Wild> slow = new ConcurrentLinkedQueue<>();

    @Test
    void everyRequestMeetsAnAnswerInTimeAndEveryRefusalSaysWhy() throws Exception {
        WildRequests requests = new WildRequests(Described.by(agora.as("admin.demo")), ACCOUNTS, SEED);
        Map<String, String> before = processes();
        IntStream numbers = Integer.getInteger("agora.fuzz.only") == null
                ? IntStream.range(0, REQUESTS)
                : IntStream.of(Integer.getInteger("agora.fuzz.only"));
        long begun = System.nanoTime();

        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            numbers.forEach(number -> senders.submit(() -> send(requests.number(number))));
            senders.shutdown();
            assertThat(senders.awaitTermination(30, TimeUnit.MINUTES)).isTrue();
        }
        slow.forEach(this::askAlone);

        System.out.printf(
                "%d wild requests, seed %d, %d s: %s%n",
                REQUESTS, SEED, Duration.ofNanos(System.nanoTime() - begun).toSeconds(), new TreeMap<>(statuses));
        assertThat(grouped()).as("seed " + SEED).isEmpty();
        assertThat(processes()).as("no service died").isEqualTo(before);
    }

    private void send(Wild wild) {
        try {
            RawHttp.Answer answer = answered(wild);
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.took().compareTo(SLOW) > 0) {
                slow.add(wild);
            }
            judge(wild, answer);
        } catch (IOException | RuntimeException failure) {
            findings.add("%s | #%d as %s %s | %s"
                    .formatted(wild.about(), wild.number(), wild.account(), wild.target(), failure));
        }
    }

    // a machine that stumbles is no hang: what is slow is slow again, asked alone once the others are answered
    private void askAlone(Wild wild) {
        try {
            RawHttp.Answer answer = answered(wild);
            for (int again = 0; again < 2 && answer.took().compareTo(SLOW) > 0; again++) {
                answer = answered(wild);
            }
            if (answer.took().compareTo(SLOW) > 0) {
                found(wild, answer, "took " + answer.took().toMillis() + " ms");
            }
        } catch (IOException failure) {
            findings.add("%s | #%d | %s".formatted(wild.about(), wild.number(), failure));
        }
    }

    private RawHttp.Answer answered(Wild wild) throws IOException {
        String token = wild.account().isEmpty() ? null : token(wild.account());
        byte[] bytes = wild.bytes(agora.port(), token);
        RawHttp.Answer answer = RawHttp.exchange(agora.port(), bytes, wild.endsHere(), PATIENCE);
        while (answer.status() == 429 && answer.headers().containsKey("retry-after")) {
            pause(answer.headers().get("retry-after"));
            answer = RawHttp.exchange(agora.port(), bytes, wild.endsHere(), PATIENCE);
        }
        return answer;
    }

    private static void pause(String seconds) {
        try {
            TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void judge(Wild wild, RawHttp.Answer answer) {
        int status = answer.status();
        if (status == 0) {
            if (wild.readable() && !wild.endsHere()) {
                found(wild, answer, "no answer");
            }
        } else if (status >= 500) {
            found(wild, answer, "answered " + status);
        } else if (status >= 400 && !wild.method().equals("HEAD")) {
            // where the address itself is unreadable, either will do
            boolean program = wild.isApi() || (!wild.readable() && answer.type().startsWith("application/problem"));
            String wrong = program ? problem(answer) : page(answer);
            if (wrong != null) {
                found(wild, answer, status + " " + wrong);
            }
        }
    }

    private static @Nullable String problem(RawHttp.Answer answer) {
        if (answer.type().startsWith("application/scim+json")) {
            return answer.body().contains("urn:ietf:params:scim:api:messages:2.0:Error") ? null : "is no SCIM error";
        }
        if (!answer.type().startsWith("application/problem+json")) {
            return "is no problem detail but " + answer.type();
        }
        try {
            JsonNode problem = Api.JSON.readTree(answer.body());
            boolean whole = problem.path("type").asString("").startsWith("urn:agora:problem:")
                    && problem.path("status").asInt() == answer.status()
                    && !problem.path("texts").path("fr").asString("").isBlank()
                    && !problem.path("texts").path("en").asString("").isBlank();
            boolean silent =
                    !answer.body().contains("Exception") && !answer.body().contains("\tat ");
            return whole ? (silent ? null : "tells of its inside") : "is not a whole problem detail";
        } catch (JacksonException unreadable) {
            return "is unreadable";
        }
    }

    private static @Nullable String page(RawHttp.Answer answer) {
        if (!answer.type().startsWith("text/html")) {
            return "is no page but " + answer.type();
        }
        boolean ours = answer.body().contains("lang=\"fr\"") || answer.body().contains("lang=\"en\"");
        return ours ? (answer.body().contains("Exception") ? "tells of its inside" : null) : "is not a page of ours";
    }

    private void found(Wild wild, RawHttp.Answer answer, String what) {
        String target = wild.target().length() > 300 ? wild.target().substring(0, 300) + "…" : wild.target();
        String body = answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body();
        findings.add("%s | %s | #%d as %s %s | %s"
                .formatted(wild.about(), what, wild.number(), wild.account(), target, body));
    }

    // one of each operation and symptom says enough
    private List<String> grouped() {
        Map<String, List<String>> alike = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.split(" \\(", 2)[0] + " "
                                + finding.split(" \\| ", 3)[1].replaceAll("\\d+ ms", "ms"),
                        TreeMap::new,
                        Collectors.toList()));
        List<String> lines = new ArrayList<>();
        alike.forEach((what, each) -> lines.add(each.size() + " × " + each.getFirst()));
        return lines;
    }

    private String token(String account) {
        return tokens.compute(account, (name, held) -> held == null || held.isOld() ? Held.of(agora, name) : held)
                .token();
    }

    private Map<String, String> processes() {
        Map<String, String> processes = new TreeMap<>();
        Matcher part = PART.matcher(agora.run("status"));
        while (part.find()) {
            processes.put(part.group(1), part.group(2) + " " + part.group(3));
            assertThat(Integer.parseInt(part.group(4)))
                    .as("megabytes of " + part.group(1))
                    .isLessThan(MEGABYTES);
        }
        assertThat(processes).as("parts in the table").hasSize(5);
        return processes;
    }
}
