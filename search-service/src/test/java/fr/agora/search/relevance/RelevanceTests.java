package fr.agora.search.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.search.Demo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RelevanceTests extends RelevanceTest {

    /** A little below what was measured, so that new demo data may come; what ranks worse than this is broken. */
    private static final double FLOOR = 0.9;

    @Test
    void theDemoDataIsRankedAsItsJudgesWould() {
        index(new Demo().facts());

        var measured = measured(Judgements.of(Path.of("../bench/relevance/demo")));

        assertThat(average(measured).empty()).isZero();
        assertThat(average(measured).ndcg()).as(measured.toString()).isGreaterThan(FLOOR);
    }
}
