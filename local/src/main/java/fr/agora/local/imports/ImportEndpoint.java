package fr.agora.local.imports;

import java.io.IOException;
import java.nio.file.Path;

/** Where lines of NDJSON go, and from where their report comes back. */
public interface ImportEndpoint {

    /**
     * Sends the lines and waits for their report.
     *
     * @return the report, NDJSON
     * @throws IOException when the whole batch was turned away, with a sentence fit for the person importing
     */
    String take(ImportKind kind, String ndjson) throws IOException, InterruptedException;

    /**
     * Sends a file as it is, in a format whose entries only make sense together.
     *
     * @param contentType of the file
     * @param complete whether the file holds all its source has: what is gone from it is closed in time
     * @return the report, NDJSON, whose lines are those of the file
     */
    default String takeWhole(ImportKind kind, String contentType, Path file, boolean complete)
            throws IOException, InterruptedException {
        throw new IOException("This file can only be read by the platform itself");
    }
}
