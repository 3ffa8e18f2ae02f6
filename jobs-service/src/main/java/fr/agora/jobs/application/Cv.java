package fr.agora.jobs.application;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A candidate's file, kept apart from the application.
 *
 * @param fileId in the store of files, in hexadecimal
 * @param name under which it is handed out, harmless
 * @param size in bytes
 */
public record Cv(String fileId, String name, CvType type, long size) {

    private static final int LONGEST = 80;

    /** What was typed, without a path or anything a header or a disk could stumble over, and with the true extension. */
    static String harmless(@Nullable String given, CvType type) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot))
                .replaceAll("[^\\p{L}\\p{N} _-]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String kept = stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem;
        return (kept.isEmpty() ? "cv" : kept) + "." + type.extension().toLowerCase(Locale.ROOT);
    }
}
