package fr.agora.projects.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An SPDX licence expression: identifiers with {@code +}, {@code WITH} an exception, {@code AND}, {@code OR} and
 * parentheses (SPDX 2.3, annex D).
 */
final class LicenceExpression {

    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9.+:-]+)\\s*");
    private static final Pattern OWN = Pattern.compile("LicenseRef-[A-Za-z0-9.-]{1,60}");
    private static final int DEEPEST = 10;

    private final List<String> tokens;
    private int next;

    private LicenceExpression(List<String> tokens) {
        this.tokens = tokens;
    }

    /** In the list's spelling; empty for what is no expression, or names what the list does not hold. */
    static Optional<String> read(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (end != text.length()) {
            return Optional.empty();
        }
        LicenceExpression expression = new LicenceExpression(tokens);
        String read = expression.alternatives(0);
        return read == null || expression.next < tokens.size() ? Optional.empty() : Optional.of(read);
    }

    private @Nullable String alternatives(int depth) {
        return joined("OR", depth);
    }

    private @Nullable String joined(String word, int depth) {
        String read = word.equals("OR") ? joined("AND", depth) : one(depth);
        while (read != null && isNext(word)) {
            next++;
            String other = word.equals("OR") ? joined("AND", depth) : one(depth);
            read = other == null ? null : read + " " + word + " " + other;
        }
        return read;
    }

    private @Nullable String one(int depth) {
        if (next >= tokens.size() || depth > DEEPEST) {
            return null;
        }
        String token = tokens.get(next++);
        if (token.equals("(")) {
            String inside = alternatives(depth + 1);
            boolean closed = inside != null && isNext(")");
            next++;
            return closed ? "(" + inside + ")" : null;
        }
        String licence = licence(token);
        if (licence == null || !isNext("WITH")) {
            return licence;
        }
        next++;
        String exception =
                next < tokens.size() ? Licences.exception(tokens.get(next++)).orElse(null) : null;
        return exception == null ? null : licence + " WITH " + exception;
    }

    private static @Nullable String licence(String token) {
        if (OWN.matcher(token).matches()) {
            return token;
        }
        Optional<String> known = Licences.identifier(token);
        if (known.isEmpty() && token.endsWith("+")) {
            return Licences.identifier(token.substring(0, token.length() - 1))
                    .map(id -> id + "+")
                    .orElse(null);
        }
        return known.orElse(null);
    }

    private boolean isNext(String word) {
        return next < tokens.size() && tokens.get(next).equalsIgnoreCase(word);
    }
}
