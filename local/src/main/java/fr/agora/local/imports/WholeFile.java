package fr.agora.local.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The formats the directory reads itself: cutting them into batches here would need a second reader of each. In the
 * DILA's file a service names those below it, wherever they stand; a card is several lines.
 */
final class WholeFile {

    private static final int HEAD = 4096;
    private static final Pattern DILA_START = Pattern.compile("\\{\\s*\"service\"\\s*:");

    private WholeFile() {}

    /** The content type of such a file, nothing for the formats that are sent line by line. */
    static Optional<String> contentType(Path file) throws IOException {
        String head = head(file);
        if (DILA_START.matcher(head).lookingAt()) {
            return Optional.of("application/json");
        }
        return head.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD") ? Optional.of("text/vcard") : Optional.empty();
    }

    private static String head(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            bytes.mark(2);
            boolean gzipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
            bytes.reset();
            InputStream plain = gzipped ? new GZIPInputStream(bytes) : bytes;
            String head = new String(plain.readNBytes(HEAD), StandardCharsets.UTF_8);
            return (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
        }
    }
}
