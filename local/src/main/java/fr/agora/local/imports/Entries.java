package fr.agora.local.imports;

import java.io.IOException;
import java.util.Optional;

/** The objects of a file, read one at a time. */
sealed interface Entries extends AutoCloseable permits NdjsonEntries, JsonArrayEntries, CsvEntries {

    /** The next object, or nothing at the end of the file. */
    Optional<Entry> next() throws IOException;

    @Override
    void close() throws IOException;
}
