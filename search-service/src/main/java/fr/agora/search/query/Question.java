package fr.agora.search.query;

import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Places;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, every value checked.
 *
 * @param words free text, perhaps empty
 * @param chosen values of facets, never empty lists
 * @param page from 1
 * @param cursor continues a list instead of a page number
 * @param near a territory's code, asked for by distance only
 */
public record Question(
        String words,
        Map<Facet, List<String>> chosen,
        int page,
        int size,
        @Nullable String cursor,
        Order order,
        @Nullable String near) {

    public static final int LONGEST_WORDS = 300;
    public static final int USUAL_SIZE = 20;
    static final int LARGEST_SIZE = 50;
    /** The engine refuses to look further; cursors go on. */
    static final int DEEPEST = 10_000;

    public Question {
        chosen = Map.copyOf(chosen);
        if (page < 1 || (long) page * size > DEEPEST || (cursor != null && page != 1)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "page");
        }
        if (size < 1 || size > LARGEST_SIZE) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "size");
        }
        if ((order == Order.DISTANCE && near == null) || (near != null && Places.of(near) == null)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "near");
        }
    }

    /** Everything of some kinds, the newest first. */
    static Question all(Map<Facet, List<String>> chosen, int size) {
        return new Question("", chosen, 1, size, null, Order.RELEVANCE, null);
    }

    /**
     * As it came over HTTP.
     *
     * @throws ProblemException naming the first parameter that has no acceptable value
     */
    public static Question of(
            @Nullable String q,
            Map<Facet, @Nullable List<String>> chosen,
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String cursor,
            @Nullable String sort,
            @Nullable String near) {
        return new Question(
                words(q),
                checked(chosen),
                page == null ? 1 : page,
                size == null ? USUAL_SIZE : size,
                filled(cursor),
                order(filled(sort), filled(near)),
                filled(near));
    }

    private static Order order(@Nullable String sort, @Nullable String near) {
        var order = sort == null
                ? Order.RELEVANCE
                : Order.ofCode(sort).orElseThrow(() -> new ProblemException(CommonProblem.INVALID_PARAMETER, "sort"));
        // whoever names a place wants what is near it, unless they want what is new
        return order == Order.RELEVANCE && near != null ? Order.DISTANCE : order;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Where distances are counted from. */
    Places.Point origin() {
        return Objects.requireNonNull(Places.of(Objects.requireNonNull(near)));
    }

    /** Tells this question from others, whatever the page. */
    String fingerprint() {
        var asked =
                new StringBuilder(words).append('\n').append(order).append('\n').append(near);
        for (var facet : Facet.values()) {
            asked.append('\n').append(chosen(facet));
        }
        return Integer.toHexString(asked.toString().hashCode());
    }

    static String words(@Nullable String q) {
        if (q == null) {
            return "";
        }
        if (q.length() > LONGEST_WORDS || q.chars().anyMatch(Question::isUntypable)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "q");
        }
        return q.strip();
    }

    private static boolean isUntypable(int character) {
        return (Character.isISOControl(character) && !Character.isWhitespace(character))
                || Character.getType(character) == Character.PRIVATE_USE
                || character == '\ufffe'
                || character == '\uffff';
    }

    private static Map<Facet, List<String>> checked(Map<Facet, @Nullable List<String>> chosen) {
        var checked = new EnumMap<Facet, List<String>>(Facet.class);
        chosen.forEach((facet, given) -> {
            var values = given == null
                    ? List.<String>of()
                    : given.stream().filter(value -> !value.isBlank()).toList();
            if (values.size() > Facet.MOST_CHOSEN || !values.stream().allMatch(facet::accepts)) {
                throw new ProblemException(CommonProblem.INVALID_PARAMETER, facet.parameter());
            }
            if (!values.isEmpty()) {
                checked.put(
                        facet,
                        values.stream()
                                .map(facet::canonical)
                                .distinct()
                                .sorted()
                                .toList());
            }
        });
        return checked;
    }

    public List<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    /** Whether a next page would still be within the engine's reach. */
    public boolean hasDeeperPage() {
        return (long) (page + 1) * size <= DEEPEST;
    }

    public boolean hasWords() {
        return !words.isEmpty();
    }
}
