package fr.agora.platform.messaging;

import org.springframework.amqp.core.Message;

/** A message and where it goes; the empty exchange leads to the queue the routing key names. */
record Outgoing(String exchange, String routingKey, Message message) {

    static Outgoing toQueue(String queue, Message message) {
        return new Outgoing("", queue, message);
    }
}
