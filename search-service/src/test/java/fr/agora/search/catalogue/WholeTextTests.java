package fr.agora.search.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeTextTests {

    @Test
    void whatWasJoinedIsPartedAgain() {
        assertThat(parted("Titre", "Résumé.", "Corps\nsur deux lignes"))
                .isEqualTo(new WholeText("Titre", "Résumé.", "Corps\nsur deux lignes"));
        assertThat(parted("Titre", null, null)).isEqualTo(new WholeText("Titre", "", ""));
    }

    @Test
    void aTextThatBringsTheSeparatorPartsNothing() {
        assertThat(parted("Ti\ue002tre", "\ue002", "Corps\ue002")).isEqualTo(new WholeText("Ti tre", " ", "Corps "));
    }

    @Test
    void whatAnEarlierVersionPutInIsABodyAlone() {
        assertThat(WholeText.parted("Un corps")).isEqualTo(new WholeText("", "", "Un corps"));
    }

    private static WholeText parted(String title, String summary, String body) {
        return WholeText.parted(new WholeText(title, summary, body).joined());
    }
}
