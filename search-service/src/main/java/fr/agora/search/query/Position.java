package fr.agora.search.query;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.ProblemException;
import java.util.List;
import java.util.regex.Pattern;
import org.opensearch.client.opensearch._types.FieldValue;

/**
 * Where a list is continued: after the last entry seen, in the order of that very question.
 *
 * @param approximate how that list was made
 * @param score relevance of the last entry
 * @param publishedAt its date in milliseconds, as the engine sorts it
 * @param key its kind and id
 */
record Position(boolean approximate, double score, long publishedAt, String key) {

    private static final Pattern KEY = Pattern.compile("[a-z-]{1,40}/[^\\p{Cntrl}]{1,200}");

    static Position after(List<FieldValue> sort, boolean approximate) {
        return new Position(
                approximate,
                number(sort.get(0)),
                (long) number(sort.get(1)),
                sort.get(2).stringValue());
    }

    private static double number(FieldValue value) {
        return switch (value._kind()) {
            case Double -> value.doubleValue();
            case Long -> value.longValue();
            default -> 0;
        };
    }

    List<FieldValue> values() {
        return List.of(FieldValue.of(score), FieldValue.of(publishedAt), FieldValue.of(key));
    }

    String encode(Question question) {
        return Cursor.of(
                        fingerprint(question),
                        Boolean.toString(approximate),
                        Double.toString(score),
                        Long.toString(publishedAt),
                        key)
                .encode();
    }

    /** @throws ProblemException when it was not made for this question */
    static Position decode(String text, Question question) {
        var keys = Cursor.decode(text, 5).keys();
        try {
            var score = Double.parseDouble(keys.get(2));
            if (keys.get(0).equals(fingerprint(question))
                    && Double.isFinite(score)
                    && KEY.matcher(keys.get(4)).matches()) {
                return new Position(Boolean.parseBoolean(keys.get(1)), score, Long.parseLong(keys.get(3)), keys.get(4));
            }
        } catch (NumberFormatException notOurs) {
            // answered like a cursor of another list
        }
        throw new ProblemException(CommonProblem.INVALID_CURSOR);
    }

    private static String fingerprint(Question question) {
        var chosen = new StringBuilder(question.words());
        for (var facet : Facet.values()) {
            chosen.append('\n').append(question.chosen(facet));
        }
        return Integer.toHexString(chosen.toString().hashCode());
    }
}
