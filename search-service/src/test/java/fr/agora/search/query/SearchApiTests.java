package fr.agora.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import org.junit.jupiter.api.Test;

class SearchApiTests extends SearchTest {

    @Test
    void anOfferWithRemoteDaysIsFoundByTeleworkThoughItsTextNeverSaysSo() {
        hear(
                Facts.offer("lyon", "Data scientist (F/H)").remoteDays(3),
                Facts.offer("brest", "Data scientist au laboratoire").remoteDays(0),
                Facts.offer("paris", "Juriste").remoteDays(3));

        assertThat(search("q", "data scientist télétravail").ids()).containsExactly("lyon");
        assertThat(search("q", "data scientist", "remoteDays", "3").ids()).containsExactly("lyon");
        assertThat(search("q", "data scientist", "remoteDays", "3+").ids()).containsExactly("lyon");
        assertThat(search("q", "data scientist").ids()).containsExactlyInAnyOrder("lyon", "brest");
    }

    @Test
    void aWithdrawnOfferIsGone() {
        var offer = Facts.offer("o1", "Data engineer");
        hear(offer);
        assertThat(search("q", "data engineer").total()).isEqualTo(1);

        hear(offer.withdrawn().at(2));

        assertThat(search("q", "data engineer").total()).isZero();
        assertThat(search().total()).isZero();
    }
}
