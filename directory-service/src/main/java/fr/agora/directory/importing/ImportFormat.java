package fr.agora.directory.importing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** How a file says it. */
public enum ImportFormat {
    NDJSON("import"),
    JSON("import"),
    CSV("import"),
    DILA("dila"),
    VCARD("vcard");

    private static final Pattern DILA_START = Pattern.compile("\\{\\s*\"service\"\\s*:");

    private final String source;

    ImportFormat(String source) {
        this.source = source;
    }

    /** The origin of its lines where neither they nor the request name one. */
    String source() {
        return source;
    }

    /** Told by the first characters: nobody has to know the name of what they were given. */
    static ImportFormat of(String head) {
        if (DILA_START.matcher(head).lookingAt()) {
            return DILA;
        }
        if (head.startsWith("[")) {
            return JSON;
        }
        if (head.startsWith("{")) {
            return NDJSON;
        }
        return head.toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD") ? VCARD : CSV;
    }

    /** What a content type says; the kinds of JSON tell themselves apart. */
    static ImportFormat of(@Nullable String contentType, String head) {
        MediaType type = contentType == null ? MediaType.ALL : MediaType.parseMediaType(contentType);
        return switch (type.getSubtype()) {
            case "csv" -> CSV;
            case "vcard", "x-vcard" -> VCARD;
            default -> {
                ImportFormat seen = of(head);
                yield seen == JSON || seen == DILA ? seen : NDJSON;
            }
        };
    }

    /** Formats without a depth of their own are bounded more closely than JSON, whose files repeat their field names. */
    boolean isCompact() {
        return this == CSV || this == VCARD;
    }
}
