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
        assertThat(codes("regions.csv")).hasSize(18);
        assertThat(codes("departements.csv")).hasSize(101).contains("2A", "75", "976");
    }

    @Test
    void everyDepartmentLiesInARegion() throws IOException {
        var regions = codes("regions.csv");

        assertThat(lines("departements.csv"))
                .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
                .isSubsetOf(regions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regions.csv", "departements.csv", "skills.csv", "territories.csv", "themes.csv"})
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
