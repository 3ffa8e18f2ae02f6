package fr.agora.platform.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

class ConfirmedPublisherTests {

    @Test
    void aConnectionWithoutConfirmsIsRefused() {
        var connections = new CachingConnectionFactory("localhost");
        connections.setPublisherReturns(true);

        assertRefused(connections);
    }

    @Test
    void aConnectionWithoutReturnsIsRefused() {
        var connections = new CachingConnectionFactory("localhost");
        connections.setPublisherConfirmType(CachingConnectionFactory.ConfirmType.CORRELATED);

        assertRefused(connections);
    }

    private static void assertRefused(CachingConnectionFactory connections) {
        assertThatThrownBy(() -> new ConfirmedPublisher(connections, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("publisher-confirm-type");
    }
}
