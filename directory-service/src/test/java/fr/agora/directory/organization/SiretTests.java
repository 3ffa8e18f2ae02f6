package fr.agora.directory.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiretTests {

    @ParameterizedTest
    @CsvSource({
        "73282932000074, true",
        "73282932000075, false",
        "73282931000074, false",
        "7328293200007, false",
        "35600000000048, true",
        "35600000049837, true",
        "35600000049838, false",
        "abcdefghijklmn, false"
    })
    void aSiretHasItsCheckDigitsOrIsLaPostes(String number, boolean valid) {
        assertThat(Siret.isValid(number)).isEqualTo(valid);
    }
}
