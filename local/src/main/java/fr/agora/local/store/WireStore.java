package fr.agora.local.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A document store on a loopback port, spoken to with any MongoDB driver. */
public final class WireStore implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    // a command waits for its commit on the thread of its connection: more threads, more commands share one commit
    private static final int CONNECTION_THREADS = 16;

    private final MongoServer server;
    private final int port;

    private WireStore(GuardedBackend backend, int wantedPort) {
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(LOOPBACK, wantedPort), 1, CONNECTION_THREADS);
        this.port = server.getLocalAddress().getPort();
        backend.listensOn(LOOPBACK + ":" + port);
    }

    /** A store that forgets everything when closed, on a random port. */
    public static WireStore inMemory() {
        return new WireStore(new GuardedBackend(new MemoryBackend(), Commits.none()), 0);
    }

    /**
     * A store whose acknowledged writes survive a kill of its process.
     *
     * @param port 0 for a random one
     * @throws IOException when the file is held by another process or cannot be written
     */
    public static WireStore onFile(Path file, int port) throws IOException {
        FileBackend backend = FileBackend.open(file);
        try {
            return new WireStore(new GuardedBackend(backend, new Commits(backend::commit)), port);
        } catch (RuntimeException e) {
            backend.close();
            throw new IOException("The store of " + file + " cannot listen on " + LOOPBACK + ":" + port + ": " + e, e);
        }
    }

    /** The connection string of one database; names that are a prefix of one another are fine. */
    public String uri(String database) {
        return "mongodb://" + LOOPBACK + ":" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
