package fr.agora.jobs.foreign;

import fr.agora.platform.ui.Markdown;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Texts of others, cut to our measure. */
final class Texts {

    private Texts() {}

    static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    static String firstSentence(String markdown) {
        String first =
                Markdown.toText(markdown, 1_000).split("(?<=[.!?…])\\s", 2)[0].strip();
        return first.isEmpty() ? cut(markdown, 1_000) : first;
    }

    /** A page one may be sent to, or nothing. */
    static @Nullable String webAddress(@Nullable String written) {
        if (written == null || written.length() > 500 || written.contains("@")) {
            return null;
        }
        try {
            URI address = URI.create(written.strip());
            boolean web = address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
            return web ? address.toString() : null;
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }
}
