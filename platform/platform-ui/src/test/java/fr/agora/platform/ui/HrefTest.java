package fr.agora.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HrefTest {

    @Test
    void valuesAreEncodedAndEmptyOnesLeftOut() {
        assertThat(Href.of("/recherche", "q", "à & b=c#d", "kind", "", "page", null))
                .isEqualTo("/recherche?q=%C3%A0%20%26%20b%3Dc%23d");
    }

    @Test
    void severalValuesRepeatTheName() {
        assertThat(Href.of("/recherche?q=x", "kind", List.of("offer", "member")))
                .isEqualTo("/recherche?q=x&kind=offer&kind=member");
    }

    @Test
    void aChangedAddressKeepsTheRestButNotTheCursor() {
        assertThat(Href.changed("/offres", "q=a+b&remoteDays=3&cursor=xyz", "remoteDays", 5))
                .isEqualTo("/offres?q=a%20b&remoteDays=5");
        assertThat(Href.changed("/offres", "q=a&remoteDays=3", "remoteDays", null))
                .isEqualTo("/offres?q=a");
    }

    @Test
    void aMalformedQueryIsKeptRatherThanRefused() {
        assertThat(Href.changed("/offres", "q=100%&&=x&y", "kind", "offer")).isEqualTo("/offres?q=100%25&kind=offer");
    }
}
