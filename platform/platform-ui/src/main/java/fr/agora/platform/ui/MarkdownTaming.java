package fr.agora.platform.ui;

import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.UrlSanitizer;

/** Fits a parsed text into a page: headings follow the page's without gaps, pictures and doubtful links become words. */
final class MarkdownTaming extends AbstractVisitor {

    static final UrlSanitizer LINKS = new DefaultUrlSanitizer(java.util.List.of("http", "https"));

    private final TreeSet<Integer> levels;
    private final int first;

    private MarkdownTaming(TreeSet<Integer> levels, int first) {
        this.levels = levels;
        this.first = first;
    }

    static Node tamed(Node document, int first) {
        TreeSet<Integer> levels = new TreeSet<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                levels.add(heading.getLevel());
            }
        });
        document.accept(new MarkdownTaming(levels, first));
        return document;
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(6, first + levels.headSet(heading.getLevel()).size()));
        visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        unwrap(image);
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        if (LINKS.sanitizeLinkUrl(link.getDestination()).isEmpty()) {
            unwrap(link);
        }
    }

    private static void unwrap(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        node.unlink();
    }
}
