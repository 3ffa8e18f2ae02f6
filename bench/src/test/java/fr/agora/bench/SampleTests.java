package fr.agora.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTests {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Sample.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Sample.of(10, 1, 4, 2).median()).isEqualTo(3);
    }

    @Test
    void oneOutlierDoesNotMoveTheMedian() {
        assertThat(Sample.of(1, 2, 3, 4, 1_000_000).median()).isEqualTo(3);
    }

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        Sample hundred =
                Sample.of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.percentile(99.1)).isEqualTo(100);
        assertThat(hundred.percentile(100)).isEqualTo(100);
    }

    @Test
    void ofFewValuesTheHighestPercentileIsTheWorst() {
        assertThat(Sample.of(3, 1, 2).percentile(99)).isEqualTo(3);
        assertThat(Sample.of(7).percentile(1)).isEqualTo(7);
    }

    @Test
    void ratiosAreTakenPairByPair() {
        Sample ratios = Sample.ratios(List.of(50.0, 10.0, 40.0), List.of(100.0, 100.0, 50.0));

        assertThat(ratios.min()).isEqualTo(0.1);
        assertThat(ratios.median()).isEqualTo(0.5);
        assertThat(ratios.max()).isEqualTo(0.8);
    }

    @Test
    void whatHasNoAnswerIsRefused() {
        assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.of(1).percentile(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> Sample.of(1).percentile(101)).hasMessageContaining("101");
        assertThatThrownBy(() -> Sample.ratios(List.of(1.0), List.of())).hasMessageContaining("1 != 0");
    }
}
