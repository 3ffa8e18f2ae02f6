package fr.agora.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "[x](javascript:alert(1))",
                "[x](  JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](mailto:quelquun@exemple.fr)",
                "<javascript:alert(1)>",
                "![x](https://exemple.gouv.fr/pixel.png)",
                "[x](vbscript:x \"onmouseover=alert(1)\")"
            })
    void nothingTypedBecomesAScriptAPictureOrAnOddLink(String typed) {
        assertThat(html(typed)).doesNotContain("<script", "<img", "href=\"\"").doesNotContain("<a ");
    }

    @Test
    void webLinksAndEmphasisComeThrough() {
        assertThat(html("**fort** et [ici](https://exemple.gouv.fr/a?b=1&c=2)"))
                .contains("<strong>fort</strong>")
                .contains("href=\"https://exemple.gouv.fr/a?b=1&amp;c=2\"")
                .contains("rel=\"nofollow noopener\"");
    }

    @Test
    void headingsFollowThatOfThePageWithoutGaps() {
        assertThat(html("### Un\n\n##### Deux")).contains("<h2>Un</h2>").contains("<h3>Deux</h3>");
    }

    @Test
    void aVeryDeepTextDoesNotHurt() {
        assertThat(html(">".repeat(50_000) + "x")).isNotEmpty();
        assertThat(html("[".repeat(50_000))).isNotEmpty();
        assertThat(html("*a ".repeat(30_000))).isNotEmpty();
    }

    @Test
    void aSummaryIsCutAtAWord() {
        assertThat(Markdown.toText("# Titre\n\nUne **phrase** assez longue pour être coupée", 24))
                .isEqualTo("Titre: Une phrase assez…");
    }

    private static String html(String typed) {
        StringOutput output = new StringOutput();
        OwaspHtmlTemplateOutput safe = new OwaspHtmlTemplateOutput(output);
        safe.setContext("div", null);
        Markdown.toHtml(typed).writeTo(safe);
        return output.toString();
    }
}
