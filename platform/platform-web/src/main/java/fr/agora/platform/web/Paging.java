package fr.agora.platform.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list a client asks for; a controller takes it as a parameter ({@code size}, {@code cursor} of the
 * query).
 *
 * @param size rows, 1 to {@value #MAX}
 */
public record Paging(int size, @Nullable String cursor) {

    public static final int MAX = 100;
    public static final int DEFAULT = 20;

    public Paging {
        if (size < 1 || size > MAX) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER, "size");
        }
    }

    public static Paging first(int size) {
        return new Paging(size, null);
    }

    /** Where to go on, empty for the first page. */
    public Optional<Cursor> after(int keys) {
        return cursor == null || cursor.isEmpty() ? Optional.empty() : Optional.of(Cursor.decode(cursor, keys));
    }
}
