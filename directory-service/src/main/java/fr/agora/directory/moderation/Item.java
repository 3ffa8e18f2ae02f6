package fr.agora.directory.moderation;

import java.util.regex.Pattern;

/**
 * What a case is about.
 *
 * @param title as its page was headed when it was reported first
 * @param url path of its page
 */
record Item(ItemKind kind, String itemId, String title, String url) {

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*");

    Item {
        if (!PATH.matcher(url).matches()) {
            throw new IllegalArgumentException("Not a path of the platform: " + url);
        }
    }

    /** One case at a time. */
    String key() {
        return kind.code() + ":" + itemId;
    }

    Item withoutTitle() {
        return new Item(kind, itemId, "", url);
    }
}
