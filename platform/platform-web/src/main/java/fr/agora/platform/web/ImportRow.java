package fr.agora.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one line.
 *
 * @param reasons why it was refused, in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ImportRow(
        long line, Outcome outcome, @Nullable String id, List<Reason> reasons) {

    /** What became of it. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A wrong field and what is wrong with it. */
    public record Reason(String field, String message) {}
}
