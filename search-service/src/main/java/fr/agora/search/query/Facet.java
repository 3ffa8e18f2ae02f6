package fr.agora.search.query;

import fr.agora.search.catalogue.JointFacets;
import fr.agora.search.catalogue.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregation;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/** What results can be narrowed by: some by what all kinds have in common, others by what only one has. */
public enum Facet {
    KIND("kind", "kind", "kind", "[a-z-]{1,40}", null),
    MINISTRY("ministry", "ministries", "ministryFacet", Facet.ID, null),
    TERRITORY("territory", "territories", "territoryFacet", "(REG|DEP|COM)-[0-9AB]{2,5}", null),
    SKILL("skill", "skills", "skillFacet", Facet.ID, null),
    THEME("theme", "themes", "themeFacet", Facet.ID, null),
    /** At least so many days a week; {@code 3} and {@code 3+} mean the same. */
    REMOTE_DAYS("remoteDays", "remoteDays", "remoteDays", "[0-5]\\+?", null),
    CONTRACT("contract", "contractTypes", "contractTypes", Facet.CHOICE, Kind.OFFER),
    FAMILY("family", "jobFamily", "jobFamily", Facet.ID, Kind.OFFER),
    SENIORITY("seniority", "seniority", "seniority", Facet.CHOICE, Kind.OFFER),
    SALARY("salary", "salaryBands", "salaryBands", Facet.BAND, Kind.OFFER),
    PHASE("phase", "phase", "phase", Facet.CHOICE, Kind.USE_CASE),
    REPLICABILITY("replicability", "replicability", "replicability", Facet.CHOICE, Kind.USE_CASE),
    BLOCK_KIND("blockKind", "blockKind", "blockKind", Facet.CHOICE, Kind.BLOCK),
    ACCESS("access", "access", "access", Facet.CHOICE, Kind.BLOCK),
    COMMUNITY("community", "communities", "communities", Facet.ID, Kind.MEMBER),
    ORGANIZATION_KIND("organizationKind", "organizationKind", "organizationKind", Facet.CHOICE, Kind.ORGANIZATION);

    static final int MOST_CHOSEN = 20;
    static final String VALUES = "values";
    static final int MOST_VALUES = 60;
    private static final Set<Facet> JOINT = EnumSet.of(KIND, MINISTRY, THEME, REMOTE_DAYS);
    static final int MOST_REMOTE_DAYS = 5;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
    private static final String CHOICE = "[A-Z][A-Z_]{1,39}";
    private static final String BAND = "[0-9]{1,3}(-[0-9]{1,3}|\\+)";

    private final String parameter;
    private final String field;
    private final String counted;
    private final Pattern form;
    private final @Nullable Kind kind;

    Facet(String parameter, String field, String counted, String form, @Nullable Kind kind) {
        this.parameter = parameter;
        this.field = field;
        this.counted = counted;
        this.form = Pattern.compile(form);
        this.kind = kind;
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

    /** Counted for every question, or for those about its kind only; a chosen one is always counted. */
    boolean isCountedFor(Question question) {
        return kind == null
                || !question.chosen(this).isEmpty()
                || question.chosen(KIND).equals(List.of(kind.code()));
    }

    boolean accepts(String value) {
        return form.matcher(value).matches()
                && (this != KIND || Kind.ofCode(value).isPresent());
    }

    /** Whether its values are few, so that they are counted with those of others like it. */
    boolean isJoint() {
        return JOINT.contains(this);
    }

    /** Whether its values come with their words, from the facts. */
    boolean isLabelled() {
        return switch (this) {
            case MINISTRY, TERRITORY, SKILL, THEME -> true;
            case KIND,
                    REMOTE_DAYS,
                    CONTRACT,
                    FAMILY,
                    SENIORITY,
                    SALARY,
                    PHASE,
                    REPLICABILITY,
                    BLOCK_KIND,
                    ACCESS,
                    COMMUNITY,
                    ORGANIZATION_KIND -> false;
        };
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

    /** Counts each value among what the filter leaves, or among everything found where there is none. */
    Aggregation counting(@Nullable Query filter) {
        return counting(counted, MOST_VALUES, filter);
    }

    /** Counts the values of all joint facets in one go. */
    static Aggregation countingJoint(@Nullable Query filter) {
        return counting(JointFacets.FIELD, JOINT.size() * MOST_VALUES, filter);
    }

    private static Aggregation counting(String field, int most, @Nullable Query filter) {
        // of one shard no more are needed than are told; the engine would look up two thirds more
        var each = Aggregation.of(
                one -> one.terms(terms -> terms.field(field).size(most).shardSize(most)));
        return filter == null ? each : Aggregation.of(all -> all.filter(filter).aggregations(VALUES, each));
    }
}
