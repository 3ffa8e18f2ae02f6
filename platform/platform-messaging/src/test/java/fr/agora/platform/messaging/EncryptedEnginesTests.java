package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import fr.agora.local.broker.EmbeddedBroker;
import fr.agora.local.store.WireStore;
import fr.agora.platform.tls.Authority;
import fr.agora.platform.tls.TlsAutoConfiguration;
import fr.agora.platform.tls.TlsDoor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The lines to the broker and to the store, both behind doors that demand a certificate. */
class EncryptedEnginesTests {

    private final Authority authority = new Authority("the deployment");
    private final Authority another = new Authority("somebody else");

    @TempDir
    private Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private WireStore store;
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws IOException {
        store = closed(WireStore.inMemory());
        broker = closed(EmbeddedBroker.inMemory());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T closed(T part) {
        open.add(part);
        return part;
    }

    private TlsDoor door(int port, Authority by, String host) {
        return closed(TlsDoor.before(port, by.context(by.certify("engine", host))));
    }

    private String[] certified(String... settings) {
        return authority
                .write(folder.resolve("own"), authority.certify("a-service", "elsewhere"))
                .settings(settings);
    }

    private static String[] through(TlsDoor store, TlsDoor broker, String database) {
        return new String[] {
            "--spring.mongodb.uri=mongodb://localhost:" + store.port() + "/" + database
                    + "?serverSelectionTimeoutMS=3000",
            "--spring.rabbitmq.host=localhost",
            "--spring.rabbitmq.port=" + broker.port()
        };
    }

    @Test
    void whatIsPublishedIsStoredSentAndReadOverEncryptedLinesAlone() {
        TlsDoor storeDoor = door(store.port(), authority, "localhost");
        TlsDoor brokerDoor = door(broker.port(), authority, "localhost");
        Applications applications = new Applications(store, broker);
        ConfigurableApplicationContext library =
                closed(applications.library(plain(certified(through(storeDoor, brokerDoor, "agora_library")))));
        ConfigurableApplicationContext readers =
                closed(applications.readers(plain(certified(through(storeDoor, brokerDoor, "agora_readers")))));

        library.getBean(MongoTemplate.class).save(new Book("les-lignes", "Les lignes").publish(Clock.systemUTC()));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> readers.getBean(Shelf.class).has("les-lignes", 1));
        assertThat(storeDoor.entered()).isNotEmpty().containsOnly("CN=a-service");
        assertThat(brokerDoor.entered()).isNotEmpty().containsOnly("CN=a-service");
    }

    // its settings have no dashes
    private static String[] plain(String[] arguments) {
        return Arrays.stream(arguments).map(each -> each.substring(2)).toArray(String[]::new);
    }

    @Test
    void anEngineOfAnotherAuthorityIsNotSpokenTo() {
        TlsDoor storeDoor = door(store.port(), another, "localhost");
        TlsDoor brokerDoor = door(broker.port(), another, "localhost");

        assertRefused(storeDoor, brokerDoor, "unable to find valid certification path");
    }

    @Test
    void anEngineOfAnotherNameIsNotSpokenTo() {
        TlsDoor storeDoor = door(store.port(), authority, "other-engine");
        TlsDoor brokerDoor = door(broker.port(), authority, "other-engine");

        assertRefused(storeDoor, brokerDoor, "No subject alternative DNS name matching localhost");
    }

    private void assertRefused(TlsDoor storeDoor, TlsDoor brokerDoor, String why) {
        ConfigurableApplicationContext clients = closed(new SpringApplicationBuilder(Clients.class)
                .web(WebApplicationType.NONE)
                .run(certified(through(storeDoor, brokerDoor, "agora_clients"))));

        assertThatThrownBy(() -> clients.getBean(ConnectionFactory.class).createConnection())
                .hasStackTraceContaining(why);
        assertThatThrownBy(() -> clients.getBean(MongoClient.class)
                        .getDatabase("agora_clients")
                        .runCommand(new Document("ping", 1)))
                .hasMessageContaining(why);
    }

    @Test
    void anEngineThatSpeaksInClearIsNotSpokenTo() {
        ConfigurableApplicationContext clients = closed(new SpringApplicationBuilder(Clients.class)
                .web(WebApplicationType.NONE)
                .run(certified(
                        "--spring.mongodb.uri=mongodb://localhost:" + store.port()
                                + "/agora_clients?serverSelectionTimeoutMS=3000",
                        "--spring.rabbitmq.host=localhost",
                        "--spring.rabbitmq.port=" + broker.port(),
                        "--spring.rabbitmq.connection-timeout=3s")));

        assertThatThrownBy(() -> clients.getBean(ConnectionFactory.class).createConnection())
                .isInstanceOf(AmqpException.class);
        assertThatThrownBy(() -> clients.getBean(MongoClient.class)
                        .getDatabase("agora_clients")
                        .runCommand(new Document("ping", 1)))
                .isInstanceOf(MongoException.class);
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TlsAutoConfiguration.class,
        SslAutoConfiguration.class,
        RabbitAutoConfiguration.class,
        MongoAutoConfiguration.class
    })
    static class Clients {}
}
