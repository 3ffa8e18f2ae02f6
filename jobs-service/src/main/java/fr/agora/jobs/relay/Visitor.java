package fr.agora.jobs.relay;

import org.jspecify.annotations.Nullable;

/**
 * Who follows a link, for as long as the request lasts.
 *
 * @param address never kept, never logged
 * @param agent what the browser says it is
 * @param fetchesAhead whether nobody has asked for the page yet
 */
public record Visitor(@Nullable String address, @Nullable String agent, boolean fetchesAhead) {

    /** Not the address: a record's own text would put it into logs. */
    @Override
    public String toString() {
        return "Visitor[]";
    }
}
