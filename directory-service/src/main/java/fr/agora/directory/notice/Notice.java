package fr.agora.directory.notice;

import java.util.List;

/**
 * Something to tell, without anybody's name, address or message in it.
 *
 * @param id the same happening has the same id: it is told once
 * @param recipients identifiers of members
 * @param kind what it is about, for the receiver's preferences, such as {@code MANDATE_ENDING}
 * @param url path of the page that tells more
 */
public record Notice(String id, List<String> recipients, String kind, Bilingual title, Bilingual text, String url) {

    /** The same words in both languages of the pages. */
    public record Bilingual(String fr, String en) {}

    public Notice {
        recipients = List.copyOf(recipients);
        if (!kind.matches("[A-Z][A-Z_]+")) {
            throw new IllegalArgumentException("Not a kind of notice: " + kind);
        }
        if (!url.startsWith("/")) {
            throw new IllegalArgumentException("Not a path of the platform: " + url);
        }
    }
}
