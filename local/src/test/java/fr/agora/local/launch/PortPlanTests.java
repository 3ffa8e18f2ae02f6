package fr.agora.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.agora.local.launch.PortPlan.Use;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTests {

    private static final int EPHEMERAL = 32_768;

    @Test
    void neighbouringGatewayPortsGetBlocksThatDoNotMeet() {
        Set<Integer> seen = new HashSet<>();
        for (int gateway = 8_000; gateway < 8_900; gateway++) {
            PortPlan plan = PortPlan.of(gateway, OptionalInt.empty());
            for (Use use : Use.values()) {
                assertThat(seen.add(plan.of(use))).isTrue();
            }
        }
    }

    @Test
    void everyBlockLiesBelowTheSystemsOwnRangeAndBesideTheGateway() {
        for (int gateway = 1; gateway <= 65_535; gateway++) {
            PortPlan plan = PortPlan.of(gateway, OptionalInt.empty());
            assertThat(plan.block()).isBetween(10_000, EPHEMERAL - PortPlan.BLOCK);
            assertThat(gateway >= plan.block() && gateway < plan.block() + PortPlan.BLOCK)
                    .as("gateway %s in block %s", gateway, plan.block())
                    .isFalse();
        }
    }

    @Test
    void aBlockThatWasChosenIsTaken() {
        PortPlan plan = PortPlan.of(8080, OptionalInt.of(21_000));

        assertThat(plan.of(Use.INDEX)).isEqualTo(21_000);
        assertThat(plan.uri(Use.INDEX_TRANSPORT)).isEqualTo("http://127.0.0.1:21001");
    }

    @Test
    void theSecondInstanceOfAServiceHasAPortOfItsOwn() {
        PortPlan plan = PortPlan.of(8080, OptionalInt.of(21_000));

        assertThat(plan.uris(Use.JOBS, 1)).isEqualTo("http://127.0.0.1:21014");
        assertThat(plan.uris(Use.JOBS, 2)).isEqualTo("http://127.0.0.1:21014,http://127.0.0.1:21022");
    }

    @Test
    void everyUseHasAPlaceInTheBlock() {
        assertThat(Use.values()).hasSizeLessThanOrEqualTo(PortPlan.BLOCK);
    }
}
