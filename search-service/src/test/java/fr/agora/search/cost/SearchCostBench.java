package fr.agora.search.cost;

import fr.agora.platform.security.JwtFixture;
import fr.agora.search.SearchTest;
import fr.agora.search.SharedNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ./agora bench cost}: prints the processor time of one search, with marks and facets. Asserts nothing. */
class SearchCostBench extends SearchTest {

    private static final int BATCH = 500;
    private static final int QUESTIONS = 100;
    private static final double NANOS = 1e6;

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

        var engineBefore = engineTime();
        var ownBefore = processTime(ProcessHandle.current());
        long found = 0;
        for (int round = 0; round < rounds; round++) {
            found += ask(questions);
        }
        double searches = (double) rounds * QUESTIONS;
        print(
                "%d entries, %.0f searches of 20 results with marks and facets, %.0f found on average",
                entries, searches, found / searches);
        print("engine   %6.2f CPU-ms a search", engineTime().minus(engineBefore).toNanos() / NANOS / searches);
        print(
                "service  %6.2f CPU-ms a search, the test's own share included",
                processTime(ProcessHandle.current()).minus(ownBefore).toNanos() / NANOS / searches);
    }

    private long ask(List<String> questions) {
        return questions.stream()
                .mapToLong(words -> searchAs(JwtFixture.member("someone"), "q", words, "size", "20")
                        .total())
                .sum();
    }

    private static Duration engineTime() {
        return ProcessHandle.of(SharedNode.get().pid()).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(SearchCostBench::processTime)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration processTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
