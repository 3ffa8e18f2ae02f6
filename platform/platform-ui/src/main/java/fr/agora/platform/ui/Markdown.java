package fr.agora.platform.ui;

import gg.jte.Content;
import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Long texts people type: headings, lists and links to the web come out, raw HTML and pictures do not. */
public final class Markdown {

    /** Longer texts are shown plain: no page of ours needs them, and parsing has a price. */
    static final int MAX_CHARACTERS = 100_000;

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(40).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(MarkdownTaming.LINKS)
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> Markdown::linkAttributes)
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(org.commonmark.renderer.text.LineBreakRendering.STRIP)
            .build();

    private Markdown() {}

    /** Safe to be shown as it is, its headings below that of the page. */
    public static Content toHtml(@Nullable String text) {
        return toHtml(text, 2);
    }

    /** @param level of the text's first headings, 2 to 6: one more than the heading it stands under */
    public static Content toHtml(@Nullable String text, int level) {
        return output -> {
            if (text == null || text.isBlank()) {
                return;
            }
            if (text.length() > MAX_CHARACTERS) {
                output.writeUserContent(text);
                return;
            }
            output.writeContent(html(text, level));
        };
    }

    private static String html(String text, int level) {
        try {
            return HTML.render(MarkdownTaming.tamed(PARSER.parse(text), level));
        } catch (StackOverflowError nested) {
            // thousands of marks within marks: nobody writes that, so nobody misses its form
            return "<p>" + HtmlUtils.htmlEscape(text) + "</p>";
        }
    }

    /** The words without marks on one line, cut at a word, for summaries. */
    public static String toText(@Nullable String text, int maxCharacters) {
        if (text == null || text.isBlank()) {
            return "";
        }
        String start = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
        String words = plain(start);
        if (words.length() <= maxCharacters) {
            return words;
        }
        int space = words.lastIndexOf(' ', maxCharacters - 1);
        return words.substring(0, space < maxCharacters / 2 ? maxCharacters - 1 : space) + "…";
    }

    private static String plain(String text) {
        try {
            return TEXT.render(PARSER.parse(text)).strip();
        } catch (StackOverflowError nested) {
            return text.strip();
        }
    }

    private static void linkAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link && "a".equals(tag)) {
            attributes.put("rel", "nofollow noopener");
        }
    }
}
