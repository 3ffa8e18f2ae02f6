package fr.agora.directory.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.agora.platform.text.Labelled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunesTests {

    private static final Communes COMMUNES = new Communes();
    private final Vocabularies vocabularies = new Vocabularies(COMMUNES);

    @ParameterizedTest
    @CsvSource({
        "COM-07186, true",
        "COM-2A004, true",
        "COM-2B033, true",
        "COM-97105, true",
        "COM-97611, true",
        "COM-75107, true",
        "DEP-2A, true",
        "DEP-976, true",
        "REG-84, true",
        "COM-99999, false",
        "COM-20004, false",
        "DEP-20, false",
        "DEP-999, false",
        "07186, false"
    })
    void aTerritoryIsOneOfTheOfficialCode(String code, boolean known) {
        assertThat(vocabularies.isTerritory(code)).isEqualTo(known);
    }

    @Test
    void aCommuneBringsTheTerritoriesItLiesIn() {
        assertThat(vocabularies.territoriesAround(List.of("COM-07186")))
                .extracting(Labelled::code)
                .containsExactly("COM-07186", "DEP-07", "REG-84");
        assertThat(vocabularies.territoriesAround(List.of("COM-75107")))
                .extracting(Labelled::code)
                .containsExactly("COM-75107", "COM-75056", "DEP-75", "REG-11");
    }

    @ParameterizedTest
    @CsvSource({"COM-75056, COM-69123, 392", "COM-07186, COM-26362, 32", "COM-97411, COM-97416, 50"})
    void theDistanceBetweenTwoCommunesIsThatOfTheCrow(String one, String other, double kilometres) {
        Position from = COMMUNES.position(one).orElseThrow();
        Position to = COMMUNES.position(other).orElseThrow();

        assertThat(from.kilometresTo(to)).isCloseTo(kilometres, within(kilometres * 0.05 + 2));
        assertThat(to.kilometresTo(from)).isEqualTo(from.kilometresTo(to));
    }

    @ParameterizedTest
    @CsvSource({
        "saint etienne, COM-42218",
        "St-Étienne, COM-42218",
        "privas, COM-07186",
        "07000, COM-07186",
        "rochelle, COM-17300",
        "75007, COM-75056"
    })
    void theLargestCommuneOfThatNameComesFirst(String typed, String expected) {
        assertThat(COMMUNES.suggest(typed, 5).getFirst().code()).isEqualTo(expected);
    }

    @Test
    void aSmallCommuneStandsAmongItsNeighboursAndSaysSo() {
        Position small = COMMUNES.position("COM-01002").orElseThrow();
        Position seat = COMMUNES.position("COM-01004").orElseThrow();

        assertThat(small.approximate()).isTrue();
        assertThat(small.kilometresTo(seat)).isLessThan(15);
        assertThat(seat.approximate()).isFalse();
    }
}
