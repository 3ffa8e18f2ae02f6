package fr.agora.search.alert;

import fr.agora.search.query.Facet;
import fr.agora.search.query.Question;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A kept search as the address of the search page, and back. */
final class Address {

    private Address() {}

    static String of(SavedSearch search) {
        var address = UriComponentsBuilder.fromPath("/recherche");
        if (!search.words().isEmpty()) {
            address.queryParam("q", encoded(search.words()));
        }
        search.chosen().forEach((name, values) -> values.forEach(value -> address.queryParam(name, encoded(value))));
        return address.build(true).toUriString();
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, "UTF-8");
    }

    /** What belongs to a page of results, its number or order, is not kept. */
    static Question read(@Nullable String query) {
        var parameters = UriComponentsBuilder.fromPath("/recherche")
                .query(query == null ? "" : query)
                .build()
                .getQueryParams();
        var chosen = new EnumMap<Facet, @Nullable List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = parameters.get(facet.parameter());
            if (values != null) {
                chosen.put(facet, values.stream().map(value -> decoded(value)).toList());
            }
        }
        return Question.of(decoded(parameters.getFirst("q")), chosen, null, null, null, null, null);
    }

    private static String decoded(@Nullable String value) {
        return value == null ? "" : UriUtils.decode(value.replace('+', ' '), "UTF-8");
    }
}
