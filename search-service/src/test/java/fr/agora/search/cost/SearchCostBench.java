package fr.agora.search.cost;

import fr.agora.platform.security.JwtFixture;
import fr.agora.search.SearchTest;
import fr.agora.search.SharedNode;
import fr.agora.search.query.EngineQuestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** {@code ./agora bench cost}: prints the processor time of one search and of its marks and facets. Asserts nothing. */
@Import(EngineQuestions.class)
class SearchCostBench extends SearchTest {

    private static final int BATCH = 500;
    private static final int QUESTIONS = 100;
    private static final String MARKS = "highlight";
    private static final String FACETS = "aggregations";

    @Autowired
    private EngineQuestions engineQuestions;

    private final ProcessorTime engineTime =
            ProcessorTime.ofTree(SharedNode.get().pid());
    private final ProcessorTime ownTime =
            ProcessorTime.of(ProcessHandle.current().pid());

    @Test
    void measure() {
        int entries = Integer.getInteger("agora.cost.entries", 11_000);
        int rounds = Integer.getInteger("agora.cost.rounds", 10);
        var corpus = new GeneratedCorpus();
        for (int from = 0; from < entries; from += BATCH) {
            hear(corpus.facts(from, Math.min(entries, from + BATCH)).stream()
                    .map(fact -> fact.fact())
                    .toList());
        }
        var questions = corpus.questions(QUESTIONS);
        for (int round = 0; round < rounds; round++) {
            ask(questions);
        }
        measureTheService(entries, rounds, questions);
        measureTheEngine(rounds, questions);
    }

    private void measureTheService(int entries, int rounds, List<String> questions) {
        var engineBefore = engineTime.millis();
        var compilingBefore = engineTime.compilingMillis();
        var ownBefore = ownTime.millis();
        long found = 0;
        for (int round = 0; round < rounds; round++) {
            found += ask(questions);
        }
        double searches = (double) rounds * QUESTIONS;
        print(
                "%d entries, %.0f searches of 20 results with marks and facets, %.0f found on average",
                entries, searches, found / searches);
        print(
                "engine   %6.2f CPU-ms a search, %.2f of them for its compilers",
                (engineTime.millis() - engineBefore) / searches,
                (engineTime.compilingMillis() - compilingBefore) / searches);
        print(
                "service  %6.2f CPU-ms a search, the test's own share included",
                (ownTime.millis() - ownBefore) / searches);
    }

    /** Turn and turn about, so that what else the machine does falls on all of them. */
    private void measureTheEngine(int rounds, List<String> questions) {
        var engine = new BareEngine(SharedNode.get().uri().resolve(engineQuestions.path()));
        var whole = questions.stream().map(engineQuestions::body).toList();
        var ways = new LinkedHashMap<String, List<String>>();
        ways.put("whole", whole);
        ways.put("without marks", engine.without(whole, MARKS));
        ways.put("without facets", engine.without(whole, FACETS));
        ways.put("without either", engine.without(whole, MARKS, FACETS));
        ways.put("everything, nothing shown", engine.ofEverything(QUESTIONS));
        Map<String, List<Double>> spent = new LinkedHashMap<>();
        for (int round = 0; round < rounds + 1; round++) {
            for (var way : ways.entrySet()) {
                var before = engineTime.millis() - engineTime.compilingMillis();
                way.getValue().forEach(engine::ask);
                var each = (engineTime.millis() - engineTime.compilingMillis() - before) / QUESTIONS;
                // the first turn of each is its warm-up
                if (round > 0) {
                    spent.computeIfAbsent(way.getKey(), none -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        print("the engine's first answer alone, its compilers aside, median and least of %d rounds:", rounds);
        spent.forEach((name, each) -> print("%-26s %6.2f %6.2f CPU-ms", name, median(each), least(each)));
        print(
                "marks and facets           %6.2f %6.2f CPU-ms",
                median(spent.get("whole")) - median(spent.get("without either")),
                least(spent.get("whole")) - least(spent.get("without either")));
        // a machine that is slower for a while is slower for both of a turn
        print("the same, turn by turn     %6.2f        CPU-ms", median(surplus(spent)));
    }

    private static List<Double> surplus(Map<String, List<Double>> spent) {
        var whole = spent.get("whole");
        var without = spent.get("without either");
        return IntStream.range(0, whole.size())
                .mapToObj(turn -> whole.get(turn) - without.get(turn))
                .toList();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double least(List<Double> values) {
        return values.stream().mapToDouble(value -> value).min().orElse(0);
    }

    private long ask(List<String> questions) {
        return questions.stream()
                .mapToLong(words -> searchAs(JwtFixture.member("someone"), "q", words, "size", "20")
                        .total())
                .sum();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
