package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import fr.agora.local.broker.RabbitMqBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** The accounts that infra/rabbitmq makes, on a real RabbitMQ: each service does its work, and nobody else's. */
class AccountsTests {

    private static final List<String> SERVICES = List.of("directory", "projects", "jobs", "search");
    private static final Path SCRIPT = Path.of("../../infra/rabbitmq/accounts.sh");

    private static RabbitMqBroker broker;
    private static final Map<String, CachingConnectionFactory> CONNECTIONS = new TreeMap<>();

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        assumeTrue(RabbitMqBroker.isInstalled(), "rabbitmq-server is not installed: its accounts were not tried");
        broker = RabbitMqBroker.start(directory);
        makeAccounts("a-password-of-");
        // again, as a restarted container does
        makeAccounts("password-of-");
        SERVICES.forEach(service -> CONNECTIONS.put(service, connection(service)));
        SERVICES.forEach(service -> declarables(service).forEach(each -> declare(service, each)));
    }

    @AfterAll
    static void stop() {
        CONNECTIONS.values().forEach(CachingConnectionFactory::destroy);
        if (broker != null) {
            broker.close();
        }
    }

    private static void makeAccounts(String password) throws IOException, InterruptedException {
        ProcessBuilder script = broker.command("bash", SCRIPT.toAbsolutePath().toString());
        SERVICES.forEach(service -> script.environment()
                .put("AGORA_RABBITMQ_" + service.toUpperCase(Locale.ROOT) + "_PASSWORD", password + service));
        Process running = script.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
    }

    private static CachingConnectionFactory connection(String service) {
        CachingConnectionFactory connections = new CachingConnectionFactory(broker.host(), broker.port());
        connections.setVirtualHost(broker.virtualHost());
        connections.setUsername(service);
        connections.setPassword("password-of-" + service);
        connections.setCloseExceptionLogger((log, message, refused) -> {});
        return connections;
    }

    private static List<Declarable> declarables(String service) {
        return List.copyOf(new ContractTopology(service, true, Contracts.onClassPath())
                .declarables()
                .getDeclarables());
    }

    private static RabbitAdmin admin(String service) {
        return new RabbitAdmin(CONNECTIONS.get(service));
    }

    private static void declare(String service, Declarable declarable) {
        switch (declarable) {
            case Exchange exchange -> admin(service).declareExchange(exchange);
            case Queue queue -> admin(service).declareQueue(queue);
            case Binding binding -> admin(service).declareBinding(binding);
            default -> throw new AssertionError("Not known: " + declarable);
        }
    }

    @Test
    void eachServiceDeclaresPublishesParksAndReadsWhatItDoes() {
        for (String service : SERVICES) {
            RabbitTemplate own = new RabbitTemplate(CONNECTIONS.get(service));
            ContractTopology topology = new ContractTopology(service, true, Contracts.onClassPath());
            assertThatCode(() -> {
                        declarables(service).forEach(each -> declare(service, each));
                        admin(service)
                                .declareQueue(new Queue(service + ".replay.jobs.offer.a-request", false, true, false));
                        sent(service, service + ".events", "nobody");
                        sent(service, ContractTopology.PLATFORM, "nobody");
                        for (String inbox : topology.inboxes()) {
                            sent(service, "", ContractTopology.parked(inbox));
                            own.receive(inbox);
                            assertThat(own.receive(ContractTopology.parked(inbox), 10_000))
                                    .isNotNull();
                        }
                    })
                    .as(service)
                    .doesNotThrowAnyException();
        }
    }

    /** In a transaction, so that a refusal is told. */
    private static void sent(String service, String exchange, String key) throws IOException, TimeoutException {
        try (var connection =
                        CONNECTIONS.get(service).getRabbitConnectionFactory().newConnection();
                Channel channel = connection.createChannel()) {
            channel.txSelect();
            channel.basicPublish(exchange, key, null, "un fait".getBytes(StandardCharsets.UTF_8));
            channel.txCommit();
        }
    }

    @Test
    void nobodyReadsEmptiesOrDeletesAnothersQueueOrSpeaksInAnothersName() {
        for (String service : SERVICES) {
            for (String other : SERVICES) {
                if (other.equals(service)) {
                    continue;
                }
                RabbitTemplate own = new RabbitTemplate(CONNECTIONS.get(service));
                assertRefused(() -> sent(service, other + ".events", "agora." + other + ".anything"));
                for (String queue : new ContractTopology(other, true, Contracts.onClassPath()).inboxes()) {
                    assertRefused(() -> own.receive(queue));
                    assertRefused(() -> own.receive(ContractTopology.parked(queue)));
                    assertRefused(() -> admin(service).purgeQueue(queue));
                }
                assertRefused(() -> admin(service).declareQueue(new Queue(other + ".a-new-queue")));
                assertRefused(() -> own.execute(channel -> channel.queueDelete(other + ".platform-events")));
            }
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).hasStackTraceContaining("ACCESS_REFUSED");
    }

    @Test
    void aPasswordThatIsMissingStopsTheScriptByItsName() throws Exception {
        ProcessBuilder script = broker.command("bash", SCRIPT.toAbsolutePath().toString());
        script.environment().put("AGORA_RABBITMQ_DIRECTORY_PASSWORD", "one-alone");
        Process running = script.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).isNotZero();
        assertThat(said).contains("AGORA_RABBITMQ_PROJECTS_PASSWORD");
    }
}
