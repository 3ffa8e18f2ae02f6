package fr.agora.local.broker;

import fr.agora.local.process.Orphans;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the embedded broker as a process of its own; the arguments are its directory and its port. */
public final class BrokerMain {
    /** The line printed once the broker accepts connections. */
    public static final String READY = "READY";

    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedBroker broker = EmbeddedBroker.onDirectory(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "close-broker"));
        } catch (IOException | RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        Orphans.endWithParent();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
