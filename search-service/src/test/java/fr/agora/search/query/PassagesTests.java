package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PassagesTests {

    private static final String FILLING = "Rien de cela n'est cherché ici par personne, et la phrase est longue. ";

    @Test
    void aShortTextIsShownWhole() {
        assertThat(of("Un [data] scientist.")).containsExactly("Un [data] scientist.");
    }

    @Test
    void aTextWithoutMarksShowsNothing() {
        assertThat(of(FILLING)).isEmpty();
        assertThat(of("")).isEmpty();
    }

    @Test
    void thePartWithMoreOfTheWordsComesFirst() {
        var text = "Des [données]. " + FILLING.repeat(4) + "Ses [données] [ouvertes] servent. " + FILLING.repeat(4)
                + "Leurs [données], leurs [données].";

        assertThat(of(text)).hasSize(2);
        assertThat(of(text).getFirst()).startsWith("Ses [données] [ouvertes] servent.");
        assertThat(of(text).getLast()).contains("Leurs [données], leurs [données].");
    }

    @Test
    void noPartIsLongerThanAFewLinesNorCutsAWord() {
        var text = (FILLING + "Un [mot] parmi d'autres, ").repeat(20);

        assertThat(of(text)).hasSize(2).allSatisfy(part -> {
            assertThat(part.replace("[", "").replace("]", "")).hasSizeLessThanOrEqualTo(160);
            assertThat(part).contains("[mot]");
            assertThat(text).contains(part + " ");
        });
    }

    @Test
    void partsShareNothing() {
        var letters = List.of("a", "b", "c", "d");
        var parts = of(letters.stream()
                .map(letter -> "[mot] " + letter.repeat(120) + " ")
                .collect(Collectors.joining()));

        assertThat(parts).hasSize(2);
        assertThat(letters).noneMatch(letter -> parts.stream().allMatch(part -> part.contains(letter.repeat(3))));
    }

    @Test
    void aPartBeginsWithItsSentenceWhereThatIsNear() {
        assertThat(of(FILLING.repeat(3) + "Voici un [mot] cherché. " + FILLING.repeat(3))
                        .getFirst())
                .startsWith("Voici un [mot]");
        assertThat(of("Ligne\nVoici un [mot] cherché. " + FILLING.repeat(3)).getFirst())
                .startsWith("Voici un [mot]");
    }

    @Test
    void whatHasNoSpacesIsCutBetweenCharacters() {
        var smile = "\uD83D\uDE00";

        assertThat(of("[mot]" + smile.repeat(200)).getFirst()).matches("\\[mot](" + smile + "){1,80}");
        assertThat(of("x" + "[" + "mot".repeat(100) + "]").getFirst()).contains("[" + "mot".repeat(100) + "]");
    }

    @Test
    void aMarkThatIsNeverClosedIsNone() {
        assertThat(Passages.of("un " + Marks.START + "mot")).isEmpty();
    }

    private static List<String> of(String text) {
        return Passages.of(text.replace("[", Marks.START).replace("]", Marks.END)).stream()
                .map(part -> part.replace(Marks.START, "[").replace(Marks.END, "]"))
                .toList();
    }
}
