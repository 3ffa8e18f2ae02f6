package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Projections;
import fr.agora.acceptance.Api.Answer;
import fr.agora.acceptance.Entry.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A platform of an older checkout, with the demo data and much that its people wrote, is killed; the programs of this
 * checkout start on what it left, and nobody does anything else: {@code ./agora test -P upgrade -Dagora.before=CHECKOUT},
 * where CHECKOUT was built.
 */
class UpgradeIT {

    private static final List<String> PEOPLE = Arrays.asList(
            null,
            LeakCorpus.OWNER,
            LeakCorpus.COLLEAGUE,
            "lucas.morvan",
            "nora.lefevre",
            "samuel.keita",
            "sofia.marchetti",
            "admin.demo");
    /** What is unread was read by this walk; what resembles what is counted anew in an index made anew. */
    private static final List<String> ANOTHER_ANSWER_IS_NO_LOSS =
            List.of("/api/directory/notices/unread", "/api/search/neighbours");

    private static final int MOST_PAGES = 700;
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private Agora agora;
    private LeakCorpus corpus;

    @AfterAll
    static void tell() {
        InjectedAndSeen.print();
    }

    @Test
    void everythingOfAnOlderPlatformStaysReadableWritableAndFound() throws Exception {
        String before = System.getProperty("agora.before", "");
        assumeTrue(!before.isBlank(), "no older checkout is named: -Dagora.before=CHECKOUT");
        Path older = Path.of(before).toAbsolutePath();
        agora = Agora.of(older);
        corpus = LeakCorpus.writtenOn(agora);
        List<Entry> entries = Arrays.stream(Kind.values()).map(this::published).toList();
        LeakWalk walk = new LeakWalk(
                Described.by(agora.as("admin.demo")), corpus.items(), older.resolve("docs/architecture.md"));
        Map<String, Set<String>> found = settled();
        Map<String, Map<String, Seen>> seen = everybodySees(walk.addresses(), MOST_PAGES);
        Map<String, Set<String>> stored = stored();
        // on its way when the older platform ends; an edit, for a new one would push others out of short lists
        Entry last = entries.stream()
                .filter(entry -> entry.kind() == Kind.OFFER)
                .findFirst()
                .orElseThrow();
        found.get(Kind.OFFER.searched).remove(last.title());
        written(last);

        Instant killed = Instant.now();
        agora.upgrade();
        Duration took = Duration.between(killed, Instant.now());

        List<String> lost = new ArrayList<>();
        Map<String, Set<String>> kept = stored();
        stored.forEach((collection, ids) -> ids.stream()
                .filter(id -> !kept.getOrDefault(collection, Set.of()).contains(id))
                .forEach(id -> lost.add(collection + " without " + id)));
        assertThat(lost).as("documents").isEmpty();
        await("found at once, what was on its way too").atMost(SETTLED).untilAsserted(() -> {
            assertThat(found("offer")).contains(last.title());
            Found.KINDS.forEach(kind -> assertThat(found(kind)).as(kind).containsAll(found.get(kind)));
        });
        seen.forEach((person, addresses) -> {
            Api api = agora.as(person.isEmpty() ? null : person);
            addresses.forEach((address, then) -> {
                Seen today = Seen.by(api, address);
                List<String> away = ANOTHER_ANSWER_IS_NO_LOSS.stream().anyMatch(address::startsWith)
                        ? today.status() == then.status() ? List.of() : List.of("answers " + today.status())
                        : then.lostIn(today);
                away.stream()
                        .filter(each -> !address.contains(last.id()) && !each.contains(last.id()))
                        .forEach(each ->
                                lost.add((person.isEmpty() ? "a visitor" : person) + " " + address + ": " + each));
            });
        });
        assertThat(lost).as("read before and not any more").isEmpty();

        Map<String, Set<String>> afterUpgrade = settled();
        agora.run("rebuild-index");
        Found.KINDS.forEach(kind -> assertThat(found(kind)).as(kind).isEqualTo(afterUpgrade.get(kind)));
        entries.forEach(this::edited);
        int written = entries.size() + goOn();
        LeakWalk now = new LeakWalk(
                Described.by(agora.as("admin.demo")), corpus.items(), Path.of("..", "docs", "architecture.md"));
        Map<String, Map<String, Seen>> opened = everybodySees(now.addresses(), 0);
        assertThat(opened.values().stream()
                        .flatMap(each -> each.entrySet().stream())
                        .filter(each -> each.getValue().status() >= 500)
                        .map(Map.Entry::getKey))
                .as("addresses of today")
                .isEmpty();
        InjectedAndSeen.row(
                "a platform of " + older.getFileName() + " killed, started again with today's programs after "
                        + took.toSeconds() + " s",
                stored.values().stream().mapToInt(Set::size).sum() + " documents of " + stored.size()
                        + " collections are there; "
                        + seen.values().stream().mapToInt(Map::size).sum() + " answers to " + PEOPLE.size()
                        + " people hold what they held; "
                        + found.values().stream().mapToInt(Set::size).sum()
                        + " entries found, before and after a rebuild; " + written + " writes go on from there; "
                        + opened.values().stream().mapToInt(Map::size).sum() + " addresses of today open");
    }

    private Entry published(Kind kind) {
        String account = author(kind);
        String name = "Passage " + Words.madeUp();
        String title = Entry.title(name, 1);
        Answer created = made(agora.as(account).post(kind.path, kind.body(title)));
        Entry entry = new Entry(kind, name, created.json().path("id").asString());
        made(agora.as(account).post(entry.path() + "/publish", ""));
        entry.is("PUBLISHED");
        return entry;
    }

    private static String author(Kind kind) {
        return switch (kind) {
            case ORGANIZATION -> "sofia.marchetti";
            case USE_CASE -> "samuel.keita";
            case OFFER -> "nora.lefevre";
        };
    }

    private void written(Entry entry) {
        Api author = agora.as(author(entry.kind()));
        made(author.put(entry.path(), entry.kind().body(entry.nextTitle())));
        entry.edited();
    }

    private void edited(Entry entry) {
        written(entry);
        await(entry.title() + " found")
                .atMost(SETTLED)
                .untilAsserted(() -> assertThat(Found.titles(agora, entry.kind().searched, entry.title()))
                        .containsExactly(entry.title()));
    }

    /** People take up what they had begun; how many writes that were. */
    private int goOn() {
        Api owner = agora.as(LeakCorpus.OWNER);
        Api colleague = agora.as(LeakCorpus.COLLEAGUE);
        Api moderator = agora.as("sofia.marchetti");
        Api recruiter = agora.as("nora.lefevre");
        List<Answer> answers = List.of(
                owner.post("/api/directory/members/" + ownId(owner) + "/confirm", ""),
                agora.as("lucas.morvan")
                        .post("/api/directory/members/" + ownId(agora.as("lucas.morvan")) + "/confirm", ""),
                owner.post("/api/jobs/offers/" + corpus.id("offer.draft", "offers") + "/publish", ""),
                owner.post("/api/jobs/offers/" + corpus.id("offer.withdrawn", "offers") + "/publish", ""),
                owner.post("/api/projects/use-cases/" + corpus.id("use-case.draft", "use-cases") + "/publish", ""),
                owner.post("/api/projects/use-cases/" + corpus.id("use-case.AGENTS", "use-cases") + "/withdraw", ""),
                colleague.post(
                        "/api/directory/messages/" + corpus.id("letter", "messages") + "/answers",
                        "{\"text\":\"Volontiers.\"}"),
                moderator.post(
                        "/api/directory/messages/" + corpus.id("letter.reported", "messages") + "/report/close",
                        "{\"block\":true}"),
                recruiter.post(
                        "/api/jobs/applications/" + corpus.id("application", "applications") + "/stage",
                        "{\"stage\":\"INTERVIEW\",\"word\":\"À bientôt\"}"),
                owner.post(
                        "/api/projects/support-requests/" + corpus.id("support", "support-requests") + "/messages",
                        "{\"text\":\"Où en est-on ?\"}"),
                owner.post(
                        "/api/projects/reuse-requests/" + corpus.id("reuse-request", "reuse-requests") + "/messages",
                        "{\"text\":\"Bien sûr.\"}"),
                colleague.post("/api/projects/credits/" + corpus.id("credit.proposed", "credits") + "/accept", ""),
                owner.post("/api/directory/mandates/" + corpus.id("mandate.proposed", "mandates") + "/accept", ""),
                moderator.post(
                        "/api/jobs/recruiter-mandates/" + corpus.id("recruiter-mandate.reason", "recruiter-mandates")
                                + "/grant",
                        "{\"reason\":\"Connue.\"}"),
                owner.put(
                        "/api/search/alerts/" + corpus.id("saved-search", "alerts"),
                        "{\"name\":\"Veille\",\"query\":\"q=bocage\",\"rhythm\":\"WEEKLY\"}"));
        answers.forEach(UpgradeIT::made);
        return answers.size();
    }

    private static String ownId(Api somebody) {
        return somebody.get("/api/directory/members/me").json().path("id").asString();
    }

    private static Answer made(Answer answer) {
        assertThat(answer.status())
                .as(answer.response().uri() + " " + answer.body())
                .isBetween(200, 299);
        return answer;
    }

    /** What each gets at these addresses, and at those that the pages among them lead to. */
    private Map<String, Map<String, Seen>> everybodySees(Set<String> addresses, int followed)
            throws InterruptedException {
        Map<String, Map<String, Seen>> all = new ConcurrentHashMap<>();
        ConcurrentMap<String, RuntimeException> troubles = new ConcurrentHashMap<>();
        List<Thread> threads = PEOPLE.stream()
                .map(person -> Thread.ofVirtual().start(() -> {
                    String name = person == null ? "" : person;
                    try {
                        all.put(name, sees(agora.as(person), addresses, followed));
                    } catch (RuntimeException trouble) {
                        troubles.put(name, trouble);
                    }
                }))
                .toList();
        for (Thread each : threads) {
            each.join();
        }
        assertThat(troubles).isEmpty();
        return all;
    }

    private static Map<String, Seen> sees(Api api, Set<String> addresses, int followed) {
        Map<String, Seen> seen = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(addresses);
        int most = addresses.size() + followed;
        while (!open.isEmpty() && seen.size() < most) {
            String address = open.removeFirst();
            if (!seen.containsKey(address)) {
                Seen what = Seen.by(api, address);
                seen.put(address, what);
                if (followed > 0) {
                    open.addAll(what.links());
                }
            }
        }
        return seen;
    }

    private Map<String, Set<String>> settled() {
        Map<String, Set<String>> last = new TreeMap<>();
        await("nothing more to be found")
                .atMost(SETTLED)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    Map<String, Set<String>> now = new TreeMap<>();
                    Found.KINDS.forEach(kind -> now.put(kind, found(kind)));
                    boolean same = now.equals(last);
                    last.putAll(now);
                    return same;
                });
        return last;
    }

    private Set<String> found(String kind) {
        return new TreeSet<>(Found.titles(agora, kind, ""));
    }

    /** The ids of what the services keep. */
    private Map<String, Set<String>> stored() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String name : Databases.ofServices()) {
            try (MongoClient client = Databases.client(agora, name)) {
                var database = client.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    Set<String> ids = new TreeSet<>();
                    if (!Databases.OF_THE_MOMENT.contains(collection)) {
                        for (Document document :
                                database.getCollection(collection).find().projection(Projections.include("_id"))) {
                            ids.add(String.valueOf(document.get("_id")));
                        }
                    }
                    if (!ids.isEmpty()) {
                        all.put(name + "." + collection, ids);
                    }
                }
            }
        }
        return all;
    }
}
