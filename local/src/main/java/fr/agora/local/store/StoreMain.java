package fr.agora.local.store;

import fr.agora.local.process.Orphans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Serves several stores from one JVM; each argument is {@code name:port:file}. */
public final class StoreMain {
    /** The line printed once every store accepts connections. */
    public static final String READY = "READY";

    private StoreMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<WireStore> stores = new ArrayList<>();
        for (String argument : arguments) {
            String[] parts = argument.split(":", 3);
            try {
                stores.add(WireStore.onFile(Path.of(parts[2]), Integer.parseInt(parts[1])));
            } catch (IOException | RuntimeException e) {
                System.err.println("The store " + parts[0] + " did not start: " + e.getMessage());
                stores.forEach(WireStore::close);
                System.exit(1);
            }
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stores.forEach(WireStore::close), "close-stores"));
        Orphans.endWithParent();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
