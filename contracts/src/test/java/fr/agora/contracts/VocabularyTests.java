package fr.agora.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vocabularies are whole and their codes unique. */
class VocabularyTests {

    @Test
    void thereAreEighteenRegionsAndAHundredAndOneDepartments() throws IOException {
        assertThat(codes("territories.csv"))
                .contains("DEP-2A", "DEP-75", "DEP-976")
                .satisfies(codes -> assertThat(codes.stream().filter(code -> code.startsWith("REG-")))
                        .hasSize(18))
                .satisfies(codes -> assertThat(codes.stream().filter(code -> code.startsWith("DEP-")))
                        .hasSize(101));
    }

    @Test
    void everyDepartmentAndTownLiesInAKnownTerritory() throws IOException {
        assertThat(lines("territories.csv"))
                .filteredOn(line -> !line.startsWith("REG-"))
                .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
                .isSubsetOf(codes("territories.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "communities.csv",
                "job-families.csv",
                "rome.csv",
                "licences.csv",
                "licences-deprecated.csv",
                "licence-exceptions.csv",
                "skills.csv",
                "territories.csv",
                "themes.csv"
            })
    void noCodeIsGivenTwice(String vocabulary) throws IOException {
        assertThat(codes(vocabulary)).isNotEmpty().doesNotHaveDuplicates().noneMatch(String::isBlank);
    }

    private static List<String> codes(String vocabulary) throws IOException {
        return lines(vocabulary).stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static List<String> lines(String vocabulary) throws IOException {
        return Files.readAllLines(Path.of("reference", vocabulary)).stream()
                .skip(1)
                .toList();
    }
}
