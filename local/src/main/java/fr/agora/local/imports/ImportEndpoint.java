package fr.agora.local.imports;

import java.io.IOException;

/** Where lines of NDJSON go, and from where their report comes back. */
public interface ImportEndpoint {

    /**
     * Sends the lines and waits for their report.
     *
     * @return the report, NDJSON
     * @throws IOException when the whole batch was turned away, with a sentence fit for the person importing
     */
    String take(ImportKind kind, String ndjson) throws IOException, InterruptedException;
}
