package fr.agora.search;

import fr.agora.local.process.Ports;
import fr.agora.local.store.WireStore;
import fr.agora.platform.messaging.Fact;
import fr.agora.platform.messaging.Subscription;
import fr.agora.platform.security.JwtFixture;
import fr.agora.search.index.EngineAccess;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The whole service over a real index, without a broker: facts are handed to its subscriptions. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({JwtFixture.Trusted.class, EngineAccess.class})
public abstract class SearchTest {

    private static final WireStore STORE = WireStore.inMemory();
    private static final int NO_BROKER = freePort();

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected EngineAccess engine;

    @Autowired
    private List<Subscription> subscriptions;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        properties.add("agora.index.uri", () -> SharedNode.get().uri());
        properties.add("spring.mongodb.uri", () -> STORE.uri("agora_search"));
        properties.add("spring.rabbitmq.host", () -> "127.0.0.1");
        properties.add("spring.rabbitmq.port", () -> NO_BROKER);
        properties.add("agora.identity.issuer", () -> JwtFixture.ISSUER);
    }

    private static int freePort() {
        try {
            return Ports.free();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void anEmptyIndex() {
        engine.empty();
        Facts.startAnew();
    }

    /** As the broker would, one batch for each owner. */
    protected void hear(Facts... facts) {
        hear(Arrays.stream(facts).map(Facts::fact).toList());
    }

    protected void hear(List<Fact> facts) {
        facts.stream()
                .collect(Collectors.groupingBy(fact -> fact.type().owner()))
                .forEach((owner, batch) -> subscriptions.stream()
                        .filter(subscription -> subscription.owner().equals(owner))
                        .forEach(subscription -> subscription.handler().handle(batch)));
    }

    protected Asked search(String... parameters) {
        return Asked.of(mvc, null, parameters);
    }

    protected Asked searchAs(JwtFixture user, String... parameters) {
        return Asked.of(mvc, user, parameters);
    }
}
