package fr.agora.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;

/** What a driver learns when it connects: a replica set of one, of a recent version, without sessions. */
record Greeting(String address) {
    private static final int WIRE_VERSION_OF_7_0 = 21;
    private static final int MEBIBYTE = 1024 * 1024;

    Document reply(Instant now) {
        // no logicalSessionTimeoutMinutes: drivers then send neither sessions nor retryable writes
        return new Document("ismaster", true)
                .append("isWritablePrimary", true)
                .append("helloOk", true)
                .append("secondary", false)
                .append("setName", "rs0")
                .append("setVersion", 1)
                .append("hosts", List.of(address))
                .append("me", address)
                .append("primary", address)
                .append("maxBsonObjectSize", 16 * MEBIBYTE)
                .append("maxMessageSizeBytes", 48_000_000)
                .append("maxWriteBatchSize", 1_000)
                .append("localTime", now)
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION_OF_7_0)
                .append("readOnly", false)
                .append("ok", 1.0);
    }

    static Document build() {
        return new Document("version", "7.0.0")
                .append("versionArray", List.of(7, 0, 0, 0))
                .append("maxBsonObjectSize", 16 * MEBIBYTE)
                .append("ok", 1.0);
    }
}
