package fr.agora.search.query;

import fr.agora.search.catalogue.Audience;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** Who asks, as far as it decides what can be found. */
public enum Asker {
    ANONYMOUS,
    LOGGED_IN;

    public static Asker of(boolean loggedIn) {
        return loggedIn ? LOGGED_IN : ANONYMOUS;
    }

    /** Stands inside every query, so that totals, facets, highlights and suggestions know nothing more either. */
    Query mayFind() {
        var tokens = Audience.readable(this == LOGGED_IN).stream()
                .map(FieldValue::of)
                .toList();
        return Query.of(query -> query.terms(any -> any.field("audience").terms(set -> set.value(tokens))));
    }
}
