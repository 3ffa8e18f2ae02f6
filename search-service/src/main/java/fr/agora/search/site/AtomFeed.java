package fr.agora.search.site;

import fr.agora.search.query.Results;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Results as Atom (RFC 4287), written by hand: nothing but text and four kinds of elements. */
final class AtomFeed {

    private AtomFeed() {}

    static String of(URI site, String self, String page, String title, List<Results.Hit> hits) {
        var feed = new StringBuilder(2_000);
        feed.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n");
        element(feed, "id", site.resolve(self).toString());
        element(feed, "title", title);
        element(
                feed,
                "updated",
                hits.stream()
                        .map(AtomFeed::date)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH)
                        .toString());
        link(feed, "self", site.resolve(self));
        link(feed, "alternate", site.resolve(page));
        feed.append("<author><name>Agora</name></author>\n");
        for (var hit : hits) {
            feed.append("<entry>\n");
            element(feed, "id", site.resolve(hit.url()).toString());
            element(feed, "title", hit.title());
            element(feed, "updated", date(hit).toString());
            link(feed, "alternate", site.resolve(hit.url()));
            if (hit.summary() != null) {
                element(feed, "summary", hit.summary());
            }
            feed.append("</entry>\n");
        }
        return feed.append("</feed>\n").toString();
    }

    /** What has no date of its own has been there all along. */
    private static Instant date(Results.Hit hit) {
        return Objects.requireNonNullElse(hit.publishedAt(), Instant.EPOCH);
    }

    private static void element(StringBuilder feed, String name, String text) {
        feed.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static void link(StringBuilder feed, String relation, URI address) {
        feed.append("<link rel=\"")
                .append(relation)
                .append("\" href=\"")
                .append(escaped(address.toString()))
                .append("\"/>\n");
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().filter(AtomFeed::isWritable).forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    /** XML 1.0 has no way to write the others. */
    private static boolean isWritable(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character < 0xd800)
                || (character >= 0xe000 && character < 0xfffe)
                || character >= 0x10000;
    }
}
