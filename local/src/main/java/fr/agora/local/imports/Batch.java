package fr.agora.local.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few entries that travel in one request.
 *
 * <p>Requests are kept small rather than streamed without end: each stays within the gateway's bounds of size and time,
 * shows progress, and is lost alone.
 */
record Batch(List<Entry> entries) {

    static final int MOST_ENTRIES = 200;
    static final int MOST_CHARACTERS = 500_000;

    /** Reads the next few entries; an empty batch means the end of the file. */
    static Batch next(Entries from) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int characters = 0;
        while (entries.size() < MOST_ENTRIES && characters < MOST_CHARACTERS) {
            Optional<Entry> entry = from.next();
            if (entry.isEmpty()) {
                break;
            }
            entries.add(entry.get());
            characters += entry.get().json().length();
        }
        return new Batch(List.copyOf(entries));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    String ndjson() {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(entry.json()).append('\n'));
        return lines.toString();
    }

    /** The line of the file behind a line of this batch, both counted from 1. */
    long lineInFile(int lineInBatch) {
        boolean known = lineInBatch >= 1 && lineInBatch <= entries.size();
        return known ? entries.get(lineInBatch - 1).line() : 0;
    }
}
