package fr.agora.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The last row a client has seen, as the values of the sort keys; opaque to clients, never trusted: a forged one can
 * only start the list elsewhere.
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException {@code invalid-cursor} if it is not one of ours with that many keys */
    public static Cursor decode(String text, int keys) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> values = Arrays.asList(joined.split(SEPARATOR, -1));
            if (values.size() == keys) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through: the answer is the same as for a cursor of another list
        }
        throw new ProblemException(CommonProblem.INVALID_CURSOR);
    }
}
