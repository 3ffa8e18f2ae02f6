package fr.agora.jobs.foreign;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Keeps the paragraphs and lists of a text in HTML, and nothing that could run. */
final class Html {

    private Html() {}

    static String toMarkdown(String html) {
        if (html.indexOf('<') < 0) {
            return html.indexOf('&') < 0 ? html : Jsoup.parse(html).wholeText();
        }
        Document page = Jsoup.parse(html);
        page.select("script, style").remove();
        page.select("br").forEach(each -> each.replaceWith(new TextNode("\n")));
        page.select("li").forEach(each -> each.prependText("\n- "));
        page.select("h1, h2, h3, h4, h5, h6")
                .forEach(each -> each.prependText("\n\n### ").appendText("\n"));
        for (Element block : page.select("p, div, ul, ol")) {
            block.prependText("\n\n");
        }
        return page.wholeText()
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" *\\n *", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
