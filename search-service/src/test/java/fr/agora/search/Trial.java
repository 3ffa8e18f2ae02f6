package fr.agora.search;

import fr.agora.local.store.WireStore;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.dao.DataAccessResourceFailureException;

/** The service alone with the demo's data, to look at its pages: no broker, no login. */
final class Trial {

    private Trial() {}

    public static void main(String[] arguments) {
        var store = WireStore.inMemory();
        var application = new SpringApplication(SearchApplication.class);
        var index = arguments.length > 0 ? arguments[0] : SharedNode.get().uri().toString();
        var context = application.run(
                "--server.address=127.0.0.1",
                "--spring.mongodb.uri=" + store.uri("agora_search"),
                "--spring.rabbitmq.port=1",
                "--logging.level.org.springframework.amqp=OFF",
                "--agora.index.uri=" + index);
        List<Fact> facts = new Demo().facts().stream().map(Facts::fact).toList();
        facts.stream()
                .collect(Collectors.groupingBy(fact -> fact.type().owner()))
                .forEach((owner, told) -> context.getBeansOfType(Subscription.class).values().stream()
                        .filter(subscription -> subscription.owner().equals(owner))
                        .forEach(subscription -> patiently(subscription, told)));
    }

    private static void patiently(Subscription subscription, List<Fact> facts) {
        while (true) {
            try {
                subscription.handler().handle(facts);
                return;
            } catch (DataAccessResourceFailureException notReady) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }
}
