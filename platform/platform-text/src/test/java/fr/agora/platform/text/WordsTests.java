package fr.agora.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void accentsCaseAndLigaturesFold() {
        assertThat(Words.of("Cœur d’Élève", null)).containsExactly("coeur", "d", "eleve");
        assertThat(Words.slug("Météo-France (siège)")).isEqualTo("meteo-france-siege");
    }

    @Test
    void aPatternTypedByAVisitorIsOnlyText() {
        assertThat(Words.prefixes(".* (a+)+$"))
                .allSatisfy(
                        prefix -> assertThat(prefix.matcher("aaaa!").matches()).isFalse());
    }

    @Test
    void identifiersDoNotRepeat() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> OpaqueId.next("x")).distinct())
                .hasSize(1_000);
    }
}
