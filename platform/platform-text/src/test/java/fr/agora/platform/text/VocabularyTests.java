package fr.agora.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTests {

    private final Vocabulary skills = Vocabulary.read("skills.csv");

    @Test
    void aCodeALabelOrAnAliasNamesTheSameEntry() {
        assertThat(Stream.of("data-science", "Science des données", "science des DONNEES")
                        .map(skills::named))
                .containsOnly(new Labelled("data-science", "Science des données"));
    }

    @Test
    void wordsUnknownToTheVocabularyStayReadable() {
        assertThat(skills.named("Élevage d’abeilles"))
                .isEqualTo(new Labelled("elevage-d-abeilles", "Élevage d’abeilles"));
        assertThat(skills.named("strategie-de-ruche").label()).isEqualTo("Strategie de ruche");
    }

    @Test
    void aDepartmentLiesInItsRegion() {
        assertThat(Vocabulary.read("territories.csv").withParents("DEP-2A"))
                .extracting(Labelled::code)
                .containsExactly("DEP-2A", "REG-94");
    }
}
