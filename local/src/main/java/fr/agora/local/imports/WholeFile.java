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
 * The formats a service reads itself: cutting them into batches here would need a second reader of each. In the DILA's
 * file a service names those below it, wherever they stand; a card is several lines; the files of other job boards are
 * taken whole or not at all.
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
        if (head.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD")) {
            return Optional.of("text/vcard");
        }
        return offers(head);
    }

    private static Optional<String> offers(String head) {
        String start = head.toLowerCase(Locale.ROOT);
        String first = start.lines().findFirst().orElse("");
        if (first.contains("intitulé du poste;")
                || first.contains(";intitulé du poste")
                || first.contains("offer_reference_;")) {
            return Optional.of("text/csv");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of("text/html");
        }
        return start.startsWith("<") && start.contains("<rss") ? Optional.of("application/rss+xml") : Optional.empty();
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
