package fr.agora.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after, absent on the last one
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts what a query for {@code size + 1} rows found.
     *
     * @param key the keyset of a row, in the query's sort order
     */
    public static <T> Slice<T> of(List<T> found, int size, Function<T, Cursor> key) {
        if (found.size() <= size) {
            return new Slice<>(found, null);
        }
        List<T> kept = new ArrayList<>(found.subList(0, size));
        return new Slice<>(kept, key.apply(kept.getLast()).encode());
    }

    public <R> Slice<R> map(Function<T, R> view) {
        return new Slice<>(items.stream().map(view).toList(), next);
    }
}
