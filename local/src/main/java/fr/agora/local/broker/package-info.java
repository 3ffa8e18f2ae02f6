/**
 * AMQP 0-9-1 brokers that need no installation by hand: RabbitMQ as a child process where it is installed, an embedded
 * one elsewhere. It offers where to connect and as whom, and whether quorum queues exist.
 * It ignores exchanges and queues: those are declared from the contracts by whoever uses them.
 */
@NullMarked
package fr.agora.local.broker;

import org.jspecify.annotations.NullMarked;
