package fr.agora.platform.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldsTests {

    @Test
    void whatTwoCasesHideIsShownAgainOnceTheLastIsLiftedWhicheverThatIs() {
        Holds both = Holds.none().with(decision("brick", 1, true), true).with(decision("use-case", 1, true), false);

        ItemDecision brick = decision("brick", 2, false);
        ItemDecision useCase = decision("use-case", 2, false);
        Holds brickLifted = both.with(brick, false);
        Holds useCaseLifted = both.with(useCase, false);

        assertThat(brickLifted.holdBack()).isTrue();
        assertThat(brickLifted.wasVisibleBefore(useCase)).isTrue();
        assertThat(brickLifted.with(useCase, false).holdBack()).isFalse();
        assertThat(useCaseLifted.holdBack()).isTrue();
        assertThat(useCaseLifted.wasVisibleBefore(brick)).isTrue();
        assertThat(useCaseLifted.with(brick, false).holdBack()).isFalse();
    }

    @Test
    void whatItsAuthorHadWithdrawnIsNotShownByGivingItBack() {
        Holds held = Holds.none().with(decision("use-case", 1, true), false);

        assertThat(held.wasVisibleBefore(decision("use-case", 2, false))).isFalse();
    }

    @Test
    void aRepeatedOrOvertakenDecisionIsNoNews() {
        Holds lifted = Holds.none().with(decision("case", 1, true), true).with(decision("case", 2, false), false);

        assertThat(lifted.isNews(decision("case", 1, true))).isFalse();
        assertThat(lifted.isNews(decision("case", 2, false))).isFalse();
        assertThat(lifted.isNews(decision("case", 3, true))).isTrue();
        assertThat(lifted.isNews(decision("another", 1, true))).isTrue();
    }

    private static ItemDecision decision(String caseId, long revision, boolean hidden) {
        return new ItemDecision(caseId, revision, "use-case", "a", hidden, "Un motif.", Instant.EPOCH);
    }
}
