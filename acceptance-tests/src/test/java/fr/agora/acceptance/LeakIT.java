package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Api.Answer;
import fr.agora.acceptance.LeakCorpus.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A word in every hidden place, then every address asked as every kind of person: each word is met by those that {@code
 * leaks.tsv} names and by nobody else, and what is hidden answers like what is not there.
 */
class LeakIT {

    private static final Duration KNOWN = Duration.ofSeconds(60);
    private static final int AT_ONCE = 4;
    private static final int MOST_PAGES = 6;
    private static final List<String> PEOPLE =
            List.of("anonymous", "agent", "network", "amdac", "owner", "elsewhere", "recruiter", "moderator", "admin");
    private static final List<String> ACCOUNTS = Arrays.asList(
            null,
            LeakCorpus.AGENT,
            LeakCorpus.COLLEAGUE,
            "claire.fontaine",
            LeakCorpus.OWNER,
            LeakCorpus.ELSEWHERE,
            "nora.lefevre",
            "sofia.marchetti",
            "admin.demo");
    private static final List<String> SEARCHES = List.of(
            "/api/search?q=%s",
            "/api/search?size=5&kind=member&q=%s",
            "/recherche?q=%s",
            "/recherche/flux.atom?q=%s",
            "/recherche/carte?q=%s",
            "/api/directory/members?q=%s",
            "/api/directory/members?skill=%s",
            "/annuaire?q=%s",
            "/api/projects/use-cases?q=%s",
            "/api/projects/blocks?q=%s",
            "/cas-usage?q=%s",
            "/briques?q=%s",
            "/api/jobs/offers?q=%s",
            "/offres?q=%s",
            "/offres/flux.atom?q=%s",
            "/api/search/suggestions?q=%s");

    private static Agora agora;
    private static Facts facts;
    private static LeakCorpus corpus;
    private static LeakWalk walk;
    private static Map<String, Row> table;

    /** Who may meet the word, and in which facts it may stand. */
    private record Row(Set<String> readers, Set<String> facts) {}

    @BeforeAll
    static void write() throws Exception {
        agora = Agora.running();
        facts = Facts.passingBy(agora);
        corpus = LeakCorpus.writtenOn(agora);
        table = table();
        assertThat(table.keySet())
                .as("rows of leaks.tsv")
                .isEqualTo(corpus.words().keySet());
        walk = new LeakWalk(
                Described.by(agora.as("admin.demo")), corpus.items(), Path.of("..", "docs", "architecture.md"));
        String last = corpus.words().get("offer.AGENTS");
        await("found by an agent")
                .atMost(KNOWN)
                .untilAsserted(() -> assertThat(agora.as(LeakCorpus.AGENT)
                                .search(last, "")
                                .path("total")
                                .asInt())
                        .isEqualTo(1));
    }

    @AfterAll
    static void clear() throws IOException {
        if (corpus != null) {
            corpus.remove();
        }
        if (facts != null) {
            facts.close();
        }
    }

    @Test
    void eachWordIsMetByThoseWhoMayAndNobodyElse() throws Exception {
        Map<String, Set<String>> met = new ConcurrentHashMap<>();
        Set<String> leaks = new ConcurrentSkipListSet<>();
        List<Callable<Void>> questions = new ArrayList<>();
        for (int person = 0; person < PEOPLE.size(); person++) {
            String who = PEOPLE.get(person);
            Api api = agora.as(ACCOUNTS.get(person));
            for (String address : walk.addresses()) {
                questions.add(() -> {
                    look(read(api, address), who, address, met, leaks);
                    return null;
                });
            }
        }
        all(questions);

        Map<String, Set<String>> expected = new TreeMap<>();
        table.forEach((secret, row) -> expected.put(secret, row.readers()));
        Map<String, Set<String>> readers = new TreeMap<>();
        corpus.words().keySet().forEach(secret -> readers.put(secret, met.getOrDefault(secret, Set.of())));
        SoftAssertions both = new SoftAssertions();
        both.assertThat(leaks).as("met by somebody who may not").isEmpty();
        both.assertThat(readers)
                .as("met by whoever may: else the word was nowhere to be met")
                .isEqualTo(expected);
        both.assertAll();
    }

    /** The answer, and the pages of a list that follow it. */
    private static String read(Api api, String address) {
        StringBuilder all = new StringBuilder();
        String next = address;
        for (int page = 0; page < MOST_PAGES && next != null; page++) {
            Answer answer = patiently(api, next);
            assertThat(answer.status()).as(next).isLessThan(500);
            all.append(answer.body()).append(answer.response().headers().map());
            next = next(address, answer);
        }
        return all.toString();
    }

    private static String next(String address, Answer answer) {
        if (answer.status() != 200 || !answer.type().startsWith("application/json")) {
            return null;
        }
        String cursor = answer.json().path("next").asString("");
        return cursor.isEmpty() ? null : address + (address.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }

    private static void look(
            String answer, String who, String address, Map<String, Set<String>> met, Set<String> leaks) {
        String text = answer.toLowerCase(Locale.ROOT);
        if (!text.contains("zq")) {
            return;
        }
        corpus.words().forEach((secret, word) -> {
            if (text.contains(word)) {
                met.computeIfAbsent(secret, name -> new ConcurrentSkipListSet<>())
                        .add(who);
                if (!table.get(secret).readers().contains(who)) {
                    leaks.add(secret + " met by " + who + " at " + address);
                }
            }
        });
    }

    @Test
    void aWordNobodyShowsThemFindsThemWhatAWordThatIsNowhereFinds() throws Exception {
        Set<String> differences = new ConcurrentSkipListSet<>();
        List<Callable<Void>> questions = new ArrayList<>();
        String nowhere = "zqwwwwwwwwwww";
        for (int person = 0; person < PEOPLE.size(); person++) {
            String who = PEOPLE.get(person);
            Api api = agora.as(ACCOUNTS.get(person));
            for (String search : SEARCHES) {
                String nothing = found(api, search, nowhere);
                corpus.words().forEach((secret, word) -> {
                    if (secret.matches("(member|profile|use-case|offer)\\..*")
                            && !table.get(secret).readers().contains(who)) {
                        questions.add(() -> {
                            if (!found(api, search, word).equals(nothing)) {
                                differences.add(secret + " is told of to " + who + " by " + search);
                            }
                            return null;
                        });
                    }
                });
            }
        }
        all(questions);

        assertThat(differences).isEmpty();
    }

    private static String found(Api api, String search, String word) {
        String asked = search.contains("suggestions") ? word.substring(0, 8) : word;
        Answer answer = patiently(api, search.formatted(asked));
        return answer.status() + " " + answer.body().replace(asked, "MOT");
    }

    @Test
    void whatIsHiddenAnswersLikeWhatIsNotThere() throws Exception {
        Set<String> differences = new ConcurrentSkipListSet<>();
        List<Callable<Void>> questions = new ArrayList<>();
        for (Item item : corpus.items()) {
            for (int person = 0; person < PEOPLE.size(); person++) {
                String who = PEOPLE.get(person);
                if (!item.secrets().isEmpty()
                        && item.secrets().stream()
                                .noneMatch(secret -> table.get(secret).readers().contains(who))) {
                    Api api = agora.as(ACCOUNTS.get(person));
                    String absent = absent(item.id());
                    for (LeakWalk.Pair pair : walk.pairs(item, absent)) {
                        // moderators take back what they are told of by its address, whoever may read it
                        if (!pair.method().equals("GET")
                                && List.of("moderator", "admin").contains(who)) {
                            continue;
                        }
                        questions.add(() -> {
                            String hidden = told(api, pair.method(), pair.hidden(), item.id());
                            String nothing = told(api, pair.method(), pair.absent(), absent);
                            if (!hidden.equals(nothing)) {
                                differences.add("%s, %s by %s: %s%n   but where nothing is: %s"
                                        .formatted(
                                                item.name(),
                                                pair.method() + " " + pair.hidden(),
                                                who,
                                                brief(hidden),
                                                brief(nothing)));
                            }
                            return null;
                        });
                    }
                }
            }
        }
        all(questions);

        assertThat(differences).isEmpty();
    }

    /** Of the same shape and length, and nothing's. */
    private static String absent(String id) {
        int tail = Math.max(0, id.length() - 8);
        String other = id.substring(tail)
                .chars()
                .mapToObj(c -> String.valueOf(Character.isDigit(c) ? '7' : Character.isLetter(c) ? 'e' : (char) c))
                .collect(Collectors.joining());
        return id.substring(0, tail) + other;
    }

    private static String told(Api api, String method, String address, String id) {
        Answer answer = patiently(
                api,
                () -> method.equals("GET")
                        ? api.request(address).GET()
                        : api.request(address)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString("{}")));
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        List.of("date", "content-length", "traceparent").forEach(headers::remove);
        return (answer.status() + " " + headers + " " + ordered(answer))
                .replace(id, "ID")
                .replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    /** Wrong fields are told in any order. */
    private static String ordered(Answer answer) {
        if (!answer.type().startsWith("application/problem+json")) {
            return answer.body();
        }
        ObjectNode problem = (ObjectNode) answer.json();
        List<String> errors = problem.path("errors")
                .valueStream()
                .map(JsonNode::toString)
                .sorted()
                .toList();
        problem.remove("errors");
        return problem + " " + errors;
    }

    private static String brief(String answer) {
        return answer.length() > 600 ? answer.substring(0, 600) : answer;
    }

    @Test
    void noFactTellsMoreThanItsReadersMayKnow() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        corpus.words().keySet().forEach(secret -> told.put(secret, new TreeSet<>()));
        for (String fact : facts.heard()) {
            String text = fact.toLowerCase(Locale.ROOT);
            corpus.words().forEach((secret, word) -> {
                if (text.contains(word)) {
                    told.get(secret).add(place((ObjectNode) Api.JSON.readTree(fact), word));
                }
            });
        }

        Map<String, Set<String>> expected = new TreeMap<>();
        table.forEach((secret, row) -> expected.put(secret, row.facts()));
        assertThat(told).isEqualTo(expected);
    }

    /** The fact's name, and where the word stands only among what fewer may read. */
    private static String place(ObjectNode fact, String word) {
        String name = fact.path("type").asString("").replaceAll("agora\\.[a-z]+\\.(.*)\\.v\\d+", "$1");
        JsonNode data = fact.path("data");
        if (data instanceof ObjectNode body && body.has("restricted")) {
            body.remove("restricted");
            return fact.toString().toLowerCase(Locale.ROOT).contains(word) ? name : name + "/restricted";
        }
        return name;
    }

    @Test
    void noLogAndNoLetterHoldsAnyOfIt() throws IOException {
        Set<String> found = new TreeSet<>();
        Path home = agora.logs().getParent();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log") && Files.isRegularFile(file))
                    .toList()) {
                String text = Files.readString(log, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                corpus.words().forEach((secret, word) -> {
                    if (text.contains(word)) {
                        found.add(secret + " in " + home.relativize(log));
                    }
                });
            }
        }
        for (JsonNode letter : Api.JSON.readTree(agora.mails())) {
            String text = letter.toString().toLowerCase(Locale.ROOT);
            corpus.words().forEach((secret, word) -> {
                // what somebody wrote to somebody comes by mail to them alone, ADR 18
                boolean theirs = secret.matches("letter(\\.reported)?") && text.contains("\"to\":\"fuite.reseau@");
                if (text.contains(word) && !theirs) {
                    found.add(secret + " in a letter");
                }
            });
        }

        assertThat(found).isEmpty();
    }

    private static Answer patiently(Api api, String address) {
        return patiently(api, () -> api.request(address).GET());
    }

    private static Answer patiently(Api api, java.util.function.Supplier<java.net.http.HttpRequest.Builder> request) {
        Answer answer = api.send(request.get());
        while (answer.status() == 429) {
            String seconds =
                    answer.response().headers().firstValue("Retry-After").orElse("1");
            try {
                TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            answer = api.send(request.get());
        }
        return answer;
    }

    private static void all(List<Callable<Void>> questions) throws InterruptedException, ExecutionException {
        assertThat(questions).as("questions to ask").hasSizeGreaterThan(1000);
        try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> asked : askers.invokeAll(questions)) {
                asked.get();
            }
        }
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(LeakIT.class.getResourceAsStream("/leaks.tsv"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t+");
                    Set<String> readers = new TreeSet<>();
                    for (int person = 0; person < PEOPLE.size(); person++) {
                        if (cells[1 + person].strip().equals("x")) {
                            readers.add(PEOPLE.get(person));
                        }
                    }
                    String told = cells[1 + PEOPLE.size()].strip();
                    rows.put(
                            cells[0].strip(),
                            new Row(readers, told.equals("-") ? Set.of() : new TreeSet<>(List.of(told.split(",")))));
                }
            }
        }
        return rows;
    }
}
