package fr.agora.local.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an archive holds, and of whom.
 *
 * @param format always {@value #FORMAT}
 * @param version of the archive's layout, {@value #VERSION} here
 * @param createdAt when it was made
 * @param publicUrl where browsers saw the platform: its accounts are bound to it
 * @param store which store wrote the files, since another cannot read them
 * @param files everything in it but this manifest
 */
public record Manifest(
        String format, int version, Instant createdAt, String publicUrl, String store, List<Item> files) {

    static final String FORMAT = "agora-backup";
    static final int VERSION = 1;

    public Manifest {
        // read from a file anybody may have written
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(publicUrl, "publicUrl");
        Objects.requireNonNull(store, "store");
        files = List.copyOf(files);
    }

    /** @param sha256 of the bytes, in lower case hexadecimal */
    public record Item(String path, long size, String sha256) {

        public Item {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** The bytes of all files together. */
    public long size() {
        return files.stream().mapToLong(Item::size).sum();
    }
}
