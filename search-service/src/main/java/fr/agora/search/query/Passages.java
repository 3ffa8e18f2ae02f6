package fr.agora.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Cuts out of a marked text the parts that show most of the words looked for.
 *
 * <p>The engine could, but looks for the ends of sentences in the whole of each text first, which costs it more than
 * all the rest of the marks.
 */
final class Passages {

    private static final int MOST = 2;
    private static final int LONGEST = 160;
    /** How far before its first mark a passage may begin. */
    private static final int BEFORE = 40;
    /** Of one text; what comes after is no better. */
    private static final int MOST_MARKS = 300;

    private final StringBuilder plain = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    private Passages(String marked) {
        int from = 0;
        int opened;
        while (spans.size() < MOST_MARKS && (opened = marked.indexOf(Marks.START, from)) >= 0) {
            int closed = marked.indexOf(Marks.END, opened);
            if (closed < 0) {
                break;
            }
            plain.append(marked, from, opened);
            int start = plain.length();
            plain.append(marked, opened + 1, closed);
            spans.add(new Span(start, plain.length()));
            from = closed + 1;
        }
        plain.append(marked, from, marked.length());
    }

    /** At most two parts of at most 160 characters, each with a mark, the one with more of the words first. */
    static List<String> of(String marked) {
        return new Passages(marked).best();
    }

    private List<String> best() {
        var candidates = new ArrayList<Passage>(spans.size());
        for (int first = 0; first < spans.size(); first++) {
            candidates.add(from(first));
        }
        candidates.sort(Comparator.comparingInt(Passage::words)
                .thenComparingInt(Passage::marks)
                .reversed());
        var chosen = new ArrayList<Passage>(MOST);
        for (var candidate : candidates) {
            if (chosen.size() < MOST && chosen.stream().noneMatch(candidate::overlaps)) {
                chosen.add(candidate);
            }
        }
        return chosen.stream().map(this::text).toList();
    }

    private Passage from(int first) {
        int start = start(spans.get(first).start());
        int end = Math.max(end(start), spans.get(first).end());
        var words = new HashSet<String>();
        int at = first;
        while (at < spans.size() && spans.get(at).end() <= end) {
            var span = spans.get(at++);
            words.add(plain.substring(span.start(), span.end()).toLowerCase(Locale.ROOT));
        }
        return new Passage(start, end, words.size(), at - first);
    }

    /** Where the sentence begins, or else a word of it. */
    private int start(int mark) {
        int least = Math.max(0, mark - BEFORE);
        int word = least == 0 ? 0 : mark;
        for (int at = mark; at > least; at--) {
            if (!Character.isWhitespace(plain.charAt(at - 1))) {
                continue;
            }
            word = at;
            if (at == 1 || ".!?\n".indexOf(plain.charAt(at - 2)) >= 0 || plain.charAt(at - 1) == '\n') {
                return at;
            }
        }
        return least == 0 ? 0 : word;
    }

    private int end(int start) {
        int most = start + LONGEST;
        if (most >= plain.length()) {
            return plain.length();
        }
        for (int at = most; at > start; at--) {
            if (Character.isWhitespace(plain.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(plain.charAt(most)) ? most - 1 : most;
    }

    private String text(Passage passage) {
        var text = new StringBuilder(LONGEST + 16);
        int from = passage.start();
        for (var span : spans) {
            if (span.start() >= from && span.end() <= passage.end()) {
                text.append(plain, from, span.start()).append(Marks.START);
                text.append(plain, span.start(), span.end()).append(Marks.END);
                from = span.end();
            }
        }
        return text.append(plain, from, passage.end()).toString().strip();
    }

    private record Span(int start, int end) {}

    /**
     * A part of the text.
     *
     * @param words how many different ones are marked
     * @param marks how many there are
     */
    private record Passage(int start, int end, int words, int marks) {

        boolean overlaps(Passage other) {
            return start < other.end && other.start < end;
        }
    }
}
