package fr.agora.directory.lifecycle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where an imported item comes from, and what was last read there.
 *
 * @param digest of the imported content: an equal one changes nothing
 */
public record ImportKey(String source, String digest) {

    public static ImportKey of(String source, String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new ImportKey(source, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whose item it was, and no trace of what was in it. */
    public ImportKey withoutContent() {
        return new ImportKey(source, "");
    }
}
