package fr.agora.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Stands between the wire and a backend, and makes its commands atomic, durable and honest about what they ignore. */
final class GuardedBackend implements MongoBackend {
    private static final Set<String> READS = Set.of(
            "find",
            "aggregate",
            "count",
            "distinct",
            "getmore",
            "killcursors",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "ping",
            "buildinfo",
            "serverstatus",
            "endsessions");

    private final MongoBackend backend;
    private final Commits commits;
    private volatile Greeting greeting = new Greeting("127.0.0.1:0");

    GuardedBackend(MongoBackend backend, Commits commits) {
        this.backend = backend;
        this.commits = commits;
    }

    void listensOn(String address) {
        greeting = new Greeting(address);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document request = message.getDocument();
        String command = request.keySet().iterator().next();
        return answer(command, message.getDatabaseName(), request, () -> backend.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return answer(command, database, query, () -> backend.handleCommand(channel, database, command, query));
    }

    private Document answer(String command, String database, Document request, Supplier<Document> execution) {
        String name = command.toLowerCase(java.util.Locale.ROOT);
        if (name.equals("hello") || name.equals("ismaster")) {
            return greeting.reply(backend.getClock().instant());
        }
        if (name.equals("buildinfo")) {
            return Greeting.build();
        }
        CommandOptions.check(name, request);
        DatabaseNames.check(database);
        Document reply;
        long seen;
        commits.commands().lock();
        try {
            // copied while nobody else runs: the backend hands out its own live documents
            reply = execution.get().cloneDeeply();
        } finally {
            if (!READS.contains(name)) {
                commits.changed();
            }
            seen = commits.seen();
            commits.commands().unlock();
        }
        awaitDurable(seen);
        return name.equals("insert") ? WriteCounts.corrected(request, reply) : reply;
    }

    private void awaitDurable(long seen) {
        try {
            commits.awaitDurable(seen);
        } catch (RuntimeException e) {
            throw new MongoServerError(14031, "OutOfDiskSpace", "The store could not write to its file: " + e, e);
        }
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new MongoServerError(352, "UnsupportedOpQueryCommand", "Only OP_MSG is spoken here, not OP_QUERY finds");
    }

    @Override
    public void handleClose(Channel channel) {
        backend.handleClose(channel);
    }

    @Override
    public void dropDatabase(String database) {
        locked(() -> backend.dropDatabase(database));
    }

    @Override
    public Collection<Document> getCurrentOperations(MongoQuery query) {
        return List.of();
    }

    @Override
    public Document getServerStatus() {
        return backend.getServerStatus();
    }

    @Override
    public void close() {
        locked(backend::close);
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        locked(() -> backend.closeCursors(cursorIds));
    }

    @Override
    public Clock getClock() {
        return backend.getClock();
    }

    @Override
    public void enableOplog() {
        throw new UnsupportedOperationException("This store has no change streams");
    }

    @Override
    public void disableOplog() {
        backend.disableOplog();
    }

    @Override
    public MongoDatabase resolveDatabase(String database) {
        return backend.resolveDatabase(database);
    }

    @Override
    public MongoBackend version(MongoVersion version) {
        backend.version(version);
        return this;
    }

    private void locked(Runnable action) {
        commits.commands().lock();
        try {
            action.run();
        } finally {
            commits.commands().unlock();
        }
    }
}
