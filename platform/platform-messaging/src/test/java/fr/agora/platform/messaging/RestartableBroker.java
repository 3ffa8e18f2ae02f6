package fr.agora.platform.messaging;

import fr.agora.local.broker.LocalBroker;
import java.io.IOException;

/** A broker that comes back with what it held, at the same address. */
class RestartableBroker implements AutoCloseable {

    private final Start start;
    private LocalBroker running;

    RestartableBroker(Start start) throws IOException {
        this.start = start;
        this.running = start.start();
    }

    LocalBroker running() {
        return running;
    }

    void stop() {
        running.close();
    }

    void startAgain() throws IOException {
        running = start.start();
    }

    @Override
    public void close() {
        running.close();
    }

    interface Start {
        LocalBroker start() throws IOException;
    }
}
