package fr.agora.local.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Remembers in a file that a long step was completed, and for which input: only its fingerprint, it may hold secrets. */
record Done(Path file) {

    boolean with(String input) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(fingerprint(input));
    }

    /** For this input or another. */
    boolean wasWritten() {
        return Files.exists(file);
    }

    void write(String input) throws IOException {
        Files.writeString(file, fingerprint(input));
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String fingerprint(String input) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
