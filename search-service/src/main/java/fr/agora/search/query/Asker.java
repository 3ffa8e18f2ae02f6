package fr.agora.search.query;

import fr.agora.search.catalogue.Audience;
import java.util.List;
import java.util.Set;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * Who asks, as far as it decides what can be found.
 *
 * @param tokens compared with those of each entry
 */
public record Asker(Set<String> tokens) {

    public static final Asker VISITOR = new Asker(Audience.visitor());

    public Asker {
        tokens = Set.copyOf(tokens);
    }

    public static Asker agent(String account, List<String> networks) {
        return new Asker(Audience.agent(account, networks));
    }

    /** Stands inside every query, so that totals, facets, highlights and suggestions know nothing more either. */
    Query mayFind() {
        var all = tokens.stream().sorted().map(FieldValue::of).toList();
        return Query.of(query -> query.bool(both -> both.filter(
                        readable -> readable.terms(any -> any.field("audience").terms(set -> set.value(all))))
                .mustNot(fuller -> fuller.terms(any -> any.field("served").terms(set -> set.value(all))))));
    }
}
