package fr.agora.directory.notice;

import fr.agora.directory.notice.Notice.Bilingual;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A notice to whoever there is, from here or from another service.
 *
 * @param id the same happening has the same id: it is told once
 * @param quoted what another person wrote to the receiver, for the mail alone; absent elsewhere
 * @param url path of the page that tells more
 */
public record Happening(
        String id,
        List<Recipient> recipients,
        Topic topic,
        Bilingual title,
        @Nullable Bilingual text,
        @Nullable String quoted,
        String url) {

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*");

    public Happening {
        recipients = List.copyOf(recipients);
        if (!PATH.matcher(url).matches()) {
            throw new IllegalArgumentException("Not a path of the platform: " + url);
        }
    }
}
