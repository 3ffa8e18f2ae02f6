package fr.agora.platform.ui;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/** Long texts people type: headings, lists and links to the web come out, raw HTML and pictures do not. */
public final class Markdown {

    /** Longer texts are shown plain: no page of ours needs them, and parsing has a price. */
    static final int MAX_CHARACTERS = 100_000;

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https")))
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> Markdown::linkAttributes)
            .nodeRendererFactory(Tamed::new)
            .build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(org.commonmark.renderer.text.LineBreakRendering.STRIP)
            .build();

    private Markdown() {}

    /** Safe to be shown as it is. */
    public static Content toHtml(@Nullable String text) {
        return output -> {
            if (text == null || text.isBlank()) {
                return;
            }
            if (text.length() > MAX_CHARACTERS) {
                output.writeUserContent(text);
                return;
            }
            output.writeContent(HTML.render(PARSER.parse(text)));
        };
    }

    /** The words without marks on one line, cut at a word, for summaries. */
    public static String toText(@Nullable String text, int maxCharacters) {
        if (text == null || text.isBlank()) {
            return "";
        }
        String start = text.substring(0, Math.min(text.length(), MAX_CHARACTERS));
        String words = TEXT.render(PARSER.parse(start)).strip();
        if (words.length() <= maxCharacters) {
            return words;
        }
        int space = words.lastIndexOf(' ', maxCharacters - 1);
        return words.substring(0, space < maxCharacters / 2 ? maxCharacters - 1 : space) + "…";
    }

    private static void linkAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link && "a".equals(tag)) {
            attributes.put("rel", "nofollow noopener");
        }
    }

    /** Pictures become their description, headings start below those of the page. */
    private record Tamed(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class, Heading.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                String tag = "h" + Math.min(6, heading.getLevel() + 2);
                context.getWriter().line();
                context.getWriter().tag(tag);
                children(node);
                context.getWriter().tag("/" + tag);
                context.getWriter().line();
                return;
            }
            children(node);
        }

        private void children(Node parent) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
