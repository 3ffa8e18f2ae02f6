package fr.agora.local.imports;

import java.io.IOException;
import java.nio.file.Path;

/** Opens a file of any of the three formats, told apart by their first character, gzipped or not. */
final class ImportFile {

    private ImportFile() {}

    static Entries open(Path file) throws IOException {
        return entries(FileText.of(file));
    }

    static Entries entries(FileText text) throws IOException {
        try {
            return switch (text.peekPastSpace()) {
                case '[' -> new JsonArrayEntries(text);
                case '{', FileText.END -> new NdjsonEntries(text);
                default -> new CsvEntries(text);
            };
        } catch (IOException | RuntimeException unreadable) {
            text.close();
            throw unreadable;
        }
    }
}
