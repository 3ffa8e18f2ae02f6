package fr.agora.platform.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareBatchMessageListener;

/** Builds the listener containers, all alike: batches, acknowledged once taken in, recovering by themselves. */
final class Listeners {

    private final ConnectionFactory connections;
    private final AmqpAdmin admin;
    private final MessagingSettings.Listening settings;

    Listeners(ConnectionFactory connections, AmqpAdmin admin, MessagingSettings.Listening settings) {
        this.connections = connections;
        this.admin = admin;
        this.settings = settings;
    }

    SimpleMessageListenerContainer listening(String queue, Consumer<List<Message>> taker) {
        return listening(queue, settings.batch(), taker);
    }

    SimpleMessageListenerContainer listening(String queue, int batch, Consumer<List<Message>> taker) {
        var container = new SimpleMessageListenerContainer(connections);
        container.setQueueNames(queue);
        container.setListenerId(queue);
        container.setBeanName(queue);
        container.setAmqpAdmin(admin);
        container.setAcknowledgeMode(AcknowledgeMode.AUTO);
        container.setConsumerBatchEnabled(true);
        container.setBatchSize(batch);
        container.setPrefetchCount(2 * batch);
        // the first bounds the whole batch, the second the silence after a message
        container.setBatchReceiveTimeout(settings.gathering().toMillis());
        container.setReceiveTimeout(settings.gathering().toMillis());
        container.setMissingQueuesFatal(false);
        container.setPossibleAuthenticationFailureFatal(false);
        container.setDefaultRequeueRejected(true);
        container.setShutdownTimeout(settings.shutdown().toMillis());
        // a broker that is away at start must not hold the service up
        container.setConsumerStartTimeout(1_000);
        container.setRecoveryInterval(1_000);
        container.setFailedDeclarationRetryInterval(1_000);
        container.setMessageListener(inBatches(taker));
        container.afterPropertiesSet();
        return container;
    }

    private static ChannelAwareBatchMessageListener inBatches(Consumer<List<Message>> taker) {
        return (messages, channel) -> {
            try {
                taker.accept(messages);
            } catch (RuntimeException e) {
                // everything a message can cause is parked before this: what is left is a reason to have it all again
                throw new ImmediateRequeueAmqpException("The batch goes back to its queue", e);
            }
        };
    }
}
