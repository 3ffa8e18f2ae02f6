package fr.agora.search.query;

import fr.agora.search.catalogue.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** What results can be narrowed by. */
public enum Facet {
    KIND("kind", "kind", "kind", "[a-z-]{1,40}"),
    MINISTRY("ministry", "ministries", "ministryFacet", "[A-Za-z0-9][A-Za-z0-9._-]{0,127}"),
    TERRITORY("territory", "territories", "territoryFacet", "(REG|DEP|COM)-[0-9AB]{2,5}"),
    SKILL("skill", "skills", "skillFacet", "[A-Za-z0-9][A-Za-z0-9._-]{0,127}"),
    THEME("theme", "themes", "themeFacet", "[A-Za-z0-9][A-Za-z0-9._-]{0,127}"),
    /** At least so many days a week; {@code 3} and {@code 3+} mean the same. */
    REMOTE_DAYS("remoteDays", "remoteDays", "remoteDays", "[0-5]\\+?");

    static final int MOST_CHOSEN = 20;
    static final int MOST_VALUES = 60;
    private static final int MOST_REMOTE_DAYS = 5;

    private final String parameter;
    private final String field;
    private final String counted;
    private final Pattern form;

    Facet(String parameter, String field, String counted, String form) {
        this.parameter = parameter;
        this.field = field;
        this.counted = counted;
        this.form = Pattern.compile(form);
    }

    /** Its name in addresses and answers. */
    public String parameter() {
        return parameter;
    }

    public static Optional<Facet> ofParameter(String name) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter.equals(name))
                .findFirst();
    }

    boolean accepts(String value) {
        return form.matcher(value).matches()
                && (this != KIND || Kind.ofCode(value).isPresent());
    }

    /** One way to write a value, whatever the way it came. */
    String canonical(String value) {
        return this == REMOTE_DAYS ? value.charAt(0) + "+" : value;
    }

    /** Any of the values. */
    Query filter(List<String> values) {
        if (this == REMOTE_DAYS) {
            int least = values.stream().mapToInt(Facet::days).min().orElse(0);
            return Query.of(query -> query.range(range -> range.field(field).gte(JsonData.of(least))));
        }
        var terms = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(any -> any.field(field).terms(set -> set.value(terms))));
    }

    static int days(String value) {
        return value.charAt(0) - '0';
    }

    /** Counts each value among what the filter leaves. */
    Aggregation counting(Query filter) {
        return Aggregation.of(all -> all.filter(filter).aggregations("values", each()));
    }

    private Aggregation each() {
        if (this != REMOTE_DAYS) {
            return Aggregation.of(one -> one.terms(terms -> terms.field(counted).size(MOST_VALUES)));
        }
        return Aggregation.of(one -> one.range(range -> {
            range.field(counted);
            for (int days = 1; days <= MOST_REMOTE_DAYS; days++) {
                var from = days;
                range.ranges(bucket -> bucket.key(from + "+").from(JsonData.of(from)));
            }
            return range;
        }));
    }
}
