package fr.agora.search.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.agora.platform.messaging.MalformedFact;
import fr.agora.search.Facts;
import fr.agora.search.SearchTest;
import fr.agora.search.catalogue.Kind;
import org.junit.jupiter.api.Test;

class FeedTests extends SearchTest {

    @Test
    void theHighestRevisionWinsWhateverTheOrderOfArrival() {
        var offer = Facts.offer("o1", "Premier titre");
        hear(offer.with("title", "Troisième titre").at(3));
        hear(offer.with("title", "Deuxième titre").at(2));
        hear(offer);

        assertThat(search("q", "titre").body().at("/hits/0/title").asString()).isEqualTo("Troisième titre");
    }

    @Test
    void theHighestRevisionWinsWithinOneBatchToo() {
        var offer = Facts.offer("o1", "Premier titre");

        hear(offer.with("title", "Deuxième titre").at(2), offer);

        assertThat(search("q", "titre").body().at("/hits/0/title").asString()).isEqualTo("Deuxième titre");
    }

    @Test
    void theSameFactTwiceIsFoundOnce() {
        var offer = Facts.offer("o1", "Juriste");
        hear(offer, offer);
        hear(offer);

        assertThat(search("q", "juriste").total()).isEqualTo(1);
    }

    @Test
    void aLateFactDoesNotResurrectWhatWasWithdrawn() {
        var offer = Facts.offer("o1", "Juriste");
        hear(offer.withdrawn().at(3));
        hear(offer.at(2));

        assertThat(search().total()).isZero();
        assertThat(engine.stored(Kind.OFFER, "o1")).contains("\"deleted\":true").doesNotContain("Juriste");
    }

    @Test
    void aWithdrawnOfferLeavesNothingOfItsContentBehindAndMayComeBack() {
        var offer = Facts.offer("o1", "Juriste");
        hear(offer);
        hear(offer.withdrawn().at(2));
        assertThat(search("q", "juriste").total()).isZero();
        assertThat(engine.stored(Kind.OFFER, "o1")).doesNotContain("Juriste");

        hear(offer.at(3));

        assertThat(search("q", "juriste").total()).isEqualTo(1);
    }

    @Test
    void anErasedMemberLeavesNoPersonalWordAndNoLateFactBringsThemBack() {
        var member = Facts.member("m1", "Amina Belkacem").with("bio", "Statisticienne à Lyon");
        hear(member);
        hear(member.erased().at(3));
        hear(member.at(2));

        assertThat(search("q", "amina").total()).isZero();
        assertThat(engine.stored(Kind.MEMBER, "m1"))
                .contains("\"deleted\":true")
                .doesNotContain("Amina", "Belkacem", "Statisticienne");
    }

    @Test
    void oneUnfitFactStopsNoOther() {
        var unreadable = Facts.offer("bad", "Sans date").with("remoteDaysPerWeek", "souvent");
        var undigestible = Facts.offer("huge", "Trop").ofMinistry("x", "m".repeat(40_000));

        assertThatThrownBy(() -> hear(Facts.offer("o1", "Juriste"), unreadable, Facts.offer("o2", "Juriste")))
                .isInstanceOf(MalformedFact.class);
        assertThatThrownBy(() -> hear(Facts.offer("o3", "Juriste"), undigestible, Facts.offer("o4", "Juriste")))
                .isInstanceOf(MalformedFact.class);

        assertThat(search("q", "juriste").ids()).containsExactlyInAnyOrder("o1", "o2", "o3", "o4");
    }

    @Test
    void aFactWithoutWhatAnEntryNeedsIsMalformedAndNothingElse() {
        for (var unfit : new Facts[] {
            Facts.offer("o1", " "),
            Facts.offer("o1", "x").with("url", "https://ailleurs.exemple/"),
            Facts.offer("o1", "x").with("url", "//ailleurs.exemple/"),
            Facts.offer("o1", "x").seenBy("EVERYONE"),
            Facts.offer("o1", "x").with("id", "o2"),
        }) {
            assertThatThrownBy(() -> hear(unfit)).isInstanceOf(MalformedFact.class);
        }
    }
}
