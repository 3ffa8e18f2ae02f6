package fr.agora.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.bench.Options.Measure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTests {

    @Test
    void withoutArgumentsEverythingIsMeasured() {
        Options options = Options.of();

        assertThat(options.measures()).containsExactly(Measure.values());
        assertThat(options.connections()).isEqualTo(16);
        assertThat(options.offers()).isEqualTo(600);
        assertThat(options.warmUpOffers()).isEqualTo(200);
        assertThat(options.rebuilding()).isFalse();
    }

    @Test
    void argumentsChangeWhatIsMeasured() {
        Options options = Options.of("--only", "hop,memory", "--round-seconds", "1", "--words", "données ouvertes");

        assertThat(options.measures()).containsExactly(Measure.HOP, Measure.MEMORY);
        assertThat(options.round()).isEqualTo(Duration.ofSeconds(1));
        assertThat(options.words()).isEqualTo("données ouvertes");
    }

    @Test
    void aLoadHasBounds() {
        assertThatThrownBy(() -> Options.of("--connections", "5000")).hasMessageContaining("from 1 to 256");
        assertThatThrownBy(() -> Options.of("--writes", "many")).hasMessageContaining("not \"many\"");
    }

    @Test
    void aRebuildMeanwhileIsAskedForByYes() {
        assertThat(Options.of("--rebuild", "yes").rebuilding()).isTrue();
        assertThatThrownBy(() -> Options.of("--rebuild", "offer")).hasMessageContaining("yes or no");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThatThrownBy(() -> Options.of("--fast", "yes")).hasMessageContaining("\"--fast\" is not understood");
        assertThatThrownBy(() -> Options.of("--rounds")).hasMessageContaining("\"--rounds\" is not understood");
        assertThatThrownBy(() -> Options.of("--only", "speed")).hasMessageContaining("no measurement \"speed\"");
    }
}
