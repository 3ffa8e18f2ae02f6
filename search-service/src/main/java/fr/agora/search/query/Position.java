package fr.agora.search.query;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.opensearch.client.opensearch._types.FieldValue;

/**
 * Where a list is continued: after the last entry seen, in the order of that very question.
 *
 * @param loose how that list was made
 * @param fused whether meaning had a part in it
 * @param numbers the last entry's values of the sorts before the last
 * @param key its kind and id, which tell it from all others
 */
record Position(boolean loose, boolean fused, List<Double> numbers, String key) {

    private static final Pattern KEY = Pattern.compile("[a-z-]{1,40}/[^\\p{Cntrl}]{1,200}");

    static Position after(List<FieldValue> sort, boolean loose, boolean fused) {
        return new Position(
                loose,
                fused,
                sort.subList(0, sort.size() - 1).stream().map(Position::number).toList(),
                sort.getLast().stringValue());
    }

    private static double number(FieldValue value) {
        return switch (value._kind()) {
            case Double -> value.doubleValue();
            case Long -> value.longValue();
            default -> 0;
        };
    }

    List<FieldValue> values(Order order) {
        var values = new ArrayList<FieldValue>();
        for (int at = 0; at < numbers.size(); at++) {
            double number = numbers.get(at);
            var isDate = order == Order.DATE || at == 1;
            values.add(isDate ? FieldValue.of((long) number) : FieldValue.of(number));
        }
        values.add(FieldValue.of(key));
        return values;
    }

    String encode(Question question) {
        var keys = new ArrayList<String>();
        keys.add(question.fingerprint());
        keys.add(Boolean.toString(loose));
        keys.add(Boolean.toString(fused));
        numbers.forEach(number -> keys.add(Double.toString(number)));
        keys.add(key);
        return Cursor.of(keys.toArray(String[]::new)).encode();
    }

    /** @throws ProblemException when it was not made for this question */
    static Position decode(String text, Question question) {
        var sorts = question.order().sorts(question).size();
        var keys = Cursor.decode(text, sorts + 3).keys();
        try {
            var numbers = keys.subList(3, keys.size() - 1).stream()
                    .map(Double::parseDouble)
                    .toList();
            if (keys.getFirst().equals(question.fingerprint())
                    && numbers.stream().allMatch(Double::isFinite)
                    && KEY.matcher(keys.getLast()).matches()) {
                return new Position(
                        Boolean.parseBoolean(keys.get(1)), Boolean.parseBoolean(keys.get(2)), numbers, keys.getLast());
            }
        } catch (NumberFormatException notOurs) {
            // answered like a cursor of another list
        }
        throw new ProblemException(CommonProblem.INVALID_CURSOR);
    }
}
