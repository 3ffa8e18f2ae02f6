package fr.agora.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpaqueIdTests {

    private static final int BITS_OF_A_LETTER = 5;

    @Test
    void whatNobodyMayGuessHolds128RandomBits() {
        var made =
                IntStream.range(0, 1_000).mapToObj(each -> OpaqueId.next("rl")).collect(Collectors.toSet());

        assertThat(made).hasSize(1_000).allMatch(id -> id.matches("rl-[a-z2-7]+"));
        assertThat(made).allMatch(id -> (id.length() - "rl-".length()) * BITS_OF_A_LETTER >= 128);
        // every letter comes at every place: none of them is filler
        IntStream.range("rl-".length(), made.iterator().next().length())
                .forEach(place -> assertThat(made.stream()
                                .map(id -> id.charAt(place))
                                .distinct()
                                .count())
                        .isEqualTo(32));
    }
}
