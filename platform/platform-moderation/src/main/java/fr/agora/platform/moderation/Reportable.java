package fr.agora.platform.moderation;

import fr.agora.platform.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/**
 * An item as whoever reports it sees it: its owner has checked that they do.
 *
 * @param kind word of the contracts, such as {@code offer}
 * @param title as its page is headed
 * @param url path of its page; the form is below it
 * @param author account that answers for it, absent where there is none; never shown
 */
public record Reportable(
        String kind,
        String id,
        String title,
        String url,
        @Nullable String author) {

    private static final int LONGEST_TITLE = 300;

    public Reportable {
        title = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }

    /** Where it is reported. */
    public String action() {
        return url + "/signaler";
    }

    boolean isOf(CurrentUser user) {
        return user.accountId().equals(author);
    }
}
