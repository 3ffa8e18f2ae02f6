package fr.agora.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the messaging code asks of a broker, asked of each kind. */
abstract class BrokerTests {
    static final String EXCHANGE = "jobs.events";
    static final String QUEUE = "search.jobs-events";
    private static final int PATIENCE_MILLIS = 30_000;

    LocalBroker broker;

    abstract LocalBroker open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        broker = open();
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aFactReachesItsQueueAndIsConsumed() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            declare(channel);

            publish(channel, "offer-published.v1", "first");

            BlockingQueue<String> received = new ArrayBlockingQueue<>(1);
            channel.basicQos(10);
            channel.basicConsume(
                    QUEUE,
                    false,
                    (tag, delivery) -> {
                        // acknowledged first: whoever waits for the fact closes the channel
                        channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
                        received.add(new String(delivery.getBody(), StandardCharsets.UTF_8));
                    },
                    tag -> {});
            assertThat(received.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("first");
        }
    }

    @Test
    void aFactWithoutAQueueComesBack() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            declare(channel);
            BlockingQueue<String> returned = new ArrayBlockingQueue<>(1);
            BlockingQueue<Boolean> settled = new ArrayBlockingQueue<>(1);
            channel.addReturnListener(message -> returned.add(message.getRoutingKey()));
            channel.addConfirmListener((tag, multiple) -> settled.add(true), (tag, multiple) -> settled.add(true));
            channel.confirmSelect();

            channel.basicPublish(EXCHANGE, "nobody.v1", true, MessageProperties.PERSISTENT_BASIC, bytes("lost"));

            // one broker confirms it, the other refuses it: only the return says what happened on both
            assertThat(settled.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
            assertThat(returned.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isEqualTo("nobody.v1");
        }
    }

    @Test
    void argumentsOfAnotherBrokerAreNoObstacle() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            AMQP.Queue.DeclareOk declared = channel.queueDeclare(
                    "search.jobs-events.parked", true, false, false, Map.of("x-max-length", 10_000));

            assertThat(declared.getMessageCount()).isZero();
        }
    }

    Connection connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.username());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }

    void declare(Channel channel) throws Exception {
        channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC, true);
        Map<String, Object> arguments = new HashMap<>();
        if (broker.quorum()) {
            arguments.put("x-queue-type", "quorum");
        }
        channel.queueDeclare(QUEUE, true, false, false, arguments);
        channel.queueBind(QUEUE, EXCHANGE, "offer-published.v1");
    }

    static void publish(Channel channel, String key, String text) throws Exception {
        channel.confirmSelect();
        channel.basicPublish(EXCHANGE, key, true, MessageProperties.PERSISTENT_BASIC, bytes(text));
        channel.waitForConfirmsOrDie(PATIENCE_MILLIS);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Run by the durable brokers. */
    void confirmedMessagesSurviveARestart() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            declare(channel);
            for (int i = 0; i < 20; i++) {
                publish(channel, "offer-published.v1", "message " + i);
            }
        }

        broker.close();
        broker = open();

        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            for (int i = 0; i < 20; i++) {
                GetResponse message = nextMessage(channel);
                assertThat(new String(message.getBody(), StandardCharsets.UTF_8))
                        .isEqualTo("message " + i);
            }
            assertThat(channel.basicGet(QUEUE, true)).isNull();
        }
    }

    /** A quorum queue elects its leader a moment after the broker listens. */
    private static GetResponse nextMessage(Channel channel) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < deadline) {
            GetResponse message = channel.basicGet(QUEUE, true);
            if (message != null) {
                return message;
            }
        }
        throw new AssertionError("The queue stays empty");
    }
}
