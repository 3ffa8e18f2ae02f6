package fr.agora.local.broker;

/** A running AMQP 0-9-1 broker on the loopback address, and how to connect to it. */
public interface LocalBroker extends AutoCloseable {
    String host();

    int port();

    String username();

    String password();

    String virtualHost();

    /** Whether queues must be declared as quorum queues to survive the loss of a node. */
    boolean quorum();

    @Override
    void close();
}
