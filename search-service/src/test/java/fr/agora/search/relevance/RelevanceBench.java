package fr.agora.search.relevance;

import fr.agora.search.Demo;
import fr.agora.search.feed.FactReader;
import fr.agora.search.meaning.Meanings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code ./agora bench relevance}: prints how well a judged corpus is ranked, beside plain BM25. Asserts nothing. */
class RelevanceBench extends RelevanceTest {

    @Autowired
    private Meanings meanings;

    @Test
    void measure() {
        var corpus = System.getProperty("agora.relevance.corpus", "");
        var facts = corpus.isEmpty() ? new Demo().facts() : new Corpus(Path.of(corpus)).facts();
        var judgements =
                Judgements.of(Path.of(System.getProperty("agora.relevance.judgements", "../bench/relevance/demo")));
        index(facts);
        var plain = new PlainBm25(facts.stream()
                .flatMap(fact -> FactReader.read(fact.fact()).stream())
                .toList());
        var ours = measured(judgements);
        var theirs = new LinkedHashMap<Judgements.Query, Measures>();
        judgements
                .queries()
                .forEach(query -> theirs.put(query, Measures.of(plain.ranked(query), judgements.of(query))));

        print("%-6s %8s %8s %8s  %s", "query", "nDCG@10", "strict", "BM25", "words");
        ours.forEach((query, measures) -> print(
                "%-6s %8.2f %8.2f %8.2f  %s",
                query.id(),
                measures.ndcg(),
                measures.strict(),
                theirs.get(query).ndcg(),
                query.words()));
        print("%n%-16s %8s %8s %8s %8s %8s", facts.size() + " facts", "nDCG@10", "strict", "R@50", "MRR", "empty");
        row("search", average(ours), judgements.queries().size());
        if (meanings.isOn()) {
            meanings.fill();
            // once for the model to read the words, once to be measured
            measured(judgements);
            row(
                    "with meaning",
                    average(measured(judgements)),
                    judgements.queries().size());
        }
        row("plain BM25", average(theirs), judgements.queries().size());
    }

    private static void row(String name, Measures all, int queries) {
        print(
                "%-16s %8.3f %8.3f %8.3f %8.3f %8d",
                name, all.ndcg(), all.strict(), all.recall(), all.reciprocal(), Math.round(all.empty() * queries));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
