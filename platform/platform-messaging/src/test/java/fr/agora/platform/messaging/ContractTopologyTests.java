package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;

class ContractTopologyTests {

    private static final Contracts CONTRACTS = Contracts.onClassPath();

    @Test
    void everyFactIsBoundForEachConsumerItsDescriptorNames() {
        for (var contract : CONTRACTS.all()) {
            var owner = contract.type().owner();
            var expected = new TreeSet<String>();
            contract.consumers().forEach(consumer -> expected.add(consumer + "." + owner + "-events"));

            assertThat(of(owner, false).declarables().getDeclarablesByType(Binding.class))
                    .filteredOn(binding -> binding.getExchange().equals(owner + ".events")
                            && binding.getRoutingKey().equals(contract.type().routingKey()))
                    .extracting(Binding::getDestination)
                    .as("%s", contract.type())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void whatIsDeclaredTwiceIsDeclaredAlike() {
        var seen = new HashMap<String, Map<String, Object>>();
        for (var name : List.of("directory", "projects", "jobs", "search")) {
            for (var queue : of(name, true).declarables().getDeclarablesByType(Queue.class)) {
                var arguments = seen.putIfAbsent(queue.getName(), queue.getArguments());
                assertThat(queue.getArguments())
                        .as(queue.getName())
                        .isEqualTo(arguments == null ? queue.getArguments() : arguments);
                assertThat(queue.isDurable()).isTrue();
            }
        }
        assertThat(seen).containsKeys("search.jobs-events", "search.jobs-events.parked", "jobs.replay-requests");
        assertThat(seen.get("search.jobs-events")).containsEntry("x-queue-type", "quorum");
    }

    @Test
    void theEmbeddedBrokerIsGivenNoArgumentItWouldRefuse() {
        assertThat(of("search", false).declarables().getDeclarablesByType(Queue.class))
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(queue.getArguments()).isEmpty());
    }

    @Test
    void everyQueueHasAParkingBesideIt() {
        var queues = of("search", false).declarables().getDeclarablesByType(Queue.class).stream()
                .map(Queue::getName)
                .toList();

        assertThat(queues)
                .filteredOn(queue -> !queue.endsWith(".parked"))
                .allSatisfy(queue -> assertThat(queues).contains(queue + ".parked"));
    }

    @Test
    void aConsumerReachesItsOwnersAndItsOwnExchange() {
        var search = of("search", false);

        assertThat(search.declarables().getDeclarablesByType(TopicExchange.class))
                .extracting(TopicExchange::getName)
                .containsExactlyInAnyOrder(
                        "platform.events", "directory.events", "projects.events", "jobs.events", "search.events");
        assertThat(search.declarables().getDeclarablesByType(Binding.class))
                .extracting(Binding::getRoutingKey)
                .contains("replay-requested.v1.directory", "replay-requested.v1.projects", "replay-requested.v1.jobs")
                // what the platform itself tells is a happening: nobody could answer
                .doesNotContain("replay-requested.v1.platform");
        assertThat(search.inboxes())
                .containsExactly(
                        "search.directory-events",
                        "search.jobs-events",
                        "search.platform-events",
                        "search.projects-events",
                        "search.replay-requests");
    }

    @Test
    void aFactHeardInAnotherVersionIsNoStranger() {
        var second = new FactType("agora.directory.mandate-published.v2");

        assertThat(of("search", false).hearing(second)).isEqualTo(Hearing.HEARD);
        assertThat(of("projects", false).hearing(second)).isEqualTo(Hearing.IN_ANOTHER_VERSION);
        assertThat(of("search", false).hearing(new FactType("agora.directory.mandate-published.v3")))
                .isEqualTo(Hearing.IN_ANOTHER_VERSION);
        assertThat(of("search", false).hearing(new FactType("agora.directory.talent-published.v1")))
                .isEqualTo(Hearing.UNKNOWN);
    }

    private static ContractTopology of(String name, boolean quorum) {
        return new ContractTopology(name, quorum, CONTRACTS);
    }
}
