package fr.agora.search.site;

import fr.agora.platform.ui.Page;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.query.Facet;
import fr.agora.search.query.FacetLabels;
import fr.agora.search.query.Order;
import fr.agora.search.query.Question;
import fr.agora.search.query.Results;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search page.
 *
 * @param announced how many results, in a sentence
 * @param meant the words put right, null where nothing was mistyped
 * @param order its code
 * @param near the place distances are counted from, as it was typed; empty for none
 * @param placeUnknown whether nothing is called so
 * @param alert where this search is kept
 * @param chosen filters in force, each with the address without it
 */
public record SearchPage(
        String words,
        long total,
        boolean approximate,
        String announced,
        List<Tab> tabs,
        List<String> kinds,
        List<Filter> filters,
        List<Chosen> chosen,
        List<ResultCard> results,
        @Nullable Meant meant,
        String order,
        String near,
        boolean placeUnknown,
        boolean byDistance,
        String alert,
        String feed,
        String map,
        @Nullable String previous,
        @Nullable String next) {

    private static final int SHOWN = 8;

    /** A kind with its count, or all of them. */
    public record Tab(String label, String count, String href, boolean current) {}

    /** @param more values shown on demand only */
    public record Filter(
            String name, String label, List<Value> values, List<Value> more, boolean single, boolean open) {}

    /** One value of a filter. */
    public record Value(String id, String value, String label, String count, boolean checked) {}

    /** A filter in force. */
    public record Chosen(String label, String without) {}

    /** Other words, and where they lead. */
    public record Meant(String words, String href) {}

    static SearchPage of(Question question, String place, Results results, FacetLabels labels, Page page) {
        return new SearchPage(
                question.words(),
                results.total(),
                results.approximate() && results.total() > 0,
                announced(question, results, page),
                tabs(question, results, page),
                question.chosen(Facet.KIND),
                Arrays.stream(Facet.values())
                        .filter(facet -> facet != Facet.KIND)
                        .map(facet -> filter(facet, question, results, labels, page))
                        .filter(filter -> !filter.values().isEmpty())
                        .toList(),
                chosen(question, results, labels, page),
                results.hits().stream().map(hit -> ResultCard.of(hit, page)).toList(),
                results.meant() == null
                        ? null
                        : new Meant(results.meant(), page.here("q", results.meant(), "page", null)),
                question.order().code(),
                place,
                !place.isEmpty() && question.near() == null,
                question.order() == Order.DISTANCE,
                page.href("/alertes/nouvelle", "recherche", query(page)),
                page.here("page", null, "sort", null, "near", null).replaceFirst("^/recherche", "/recherche/flux.atom"),
                page.here("page", null, "sort", null, "near", null, "kind", null)
                        .replaceFirst("^/recherche", "/recherche/carte"),
                question.page() == 1 ? null : page.here("page", question.page() == 2 ? null : question.page() - 1),
                hasNext(question, results) ? page.here("page", question.page() + 1) : null);
    }

    private static String query(Page page) {
        var here = page.here("page", null, "sort", null, "near", null);
        return here.contains("?") ? here.substring(here.indexOf('?') + 1) : "";
    }

    private static boolean hasNext(Question question, Results results) {
        return (long) question.page() * question.size() < results.total() && question.hasDeeperPage();
    }

    private static String announced(Question question, Results results, Page page) {
        var count = page.number(results.total());
        var many = results.total() > 1;
        if (question.hasWords()) {
            return page.t(many ? "search.found.words.many" : "search.found.words.one", count, question.words());
        }
        return page.t(many ? "search.found.many" : "search.found.one", count);
    }

    private static List<Tab> tabs(Question question, Results results, Page page) {
        var chosen = question.chosen(Facet.KIND);
        var counts = results.facets().getOrDefault(Facet.KIND, List.of());
        var all = counts.stream().mapToLong(Results.Count::count).sum();
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(
                page.t("search.all"), page.number(all), page.here("kind", null, "page", null), chosen.isEmpty()));
        for (var kind : Kind.values()) {
            counts.stream()
                    .filter(count -> count.value().equals(kind.code()))
                    .findFirst()
                    .ifPresent(count -> tabs.add(new Tab(
                            page.t("kind." + kind.code() + ".plural"),
                            page.number(count.count()),
                            page.here("kind", kind.code(), "page", null),
                            chosen.contains(kind.code()))));
        }
        return tabs;
    }

    private static Filter filter(Facet facet, Question question, Results results, FacetLabels labels, Page page) {
        var chosen = question.chosen(facet);
        var all = new ArrayList<Value>();
        for (var count : results.facets().getOrDefault(facet, List.of())) {
            var named = labels.named(facet, count, page.locale());
            all.add(new Value(
                    facet.parameter() + "-" + all.size(),
                    named.value(),
                    named.label(),
                    page.number(named.count()),
                    chosen.contains(named.value())));
        }
        // a chosen value is never hidden under « more »
        all.sort((one, other) -> Boolean.compare(other.checked(), one.checked()));
        var single = facet == Facet.REMOTE_DAYS;
        var cut = single || facet == Facet.SALARY ? all.size() : Math.min(all.size(), SHOWN);
        if (single || facet == Facet.SALARY) {
            all.sort((one, other) -> one.value().compareTo(other.value()));
        }
        return new Filter(
                facet.parameter(),
                page.t("facet." + facet.parameter()),
                all.subList(0, cut),
                all.subList(cut, all.size()),
                single,
                !chosen.isEmpty() || facet == Facet.MINISTRY || single);
    }

    private static List<Chosen> chosen(Question question, Results results, FacetLabels labels, Page page) {
        var chosen = new ArrayList<Chosen>();
        question.chosen().forEach((facet, values) -> {
            for (var count : results.facets().getOrDefault(facet, List.of())) {
                if (facet != Facet.KIND && values.contains(count.value())) {
                    var others = values.stream()
                            .filter(value -> !value.equals(count.value()))
                            .toList();
                    var label = labels.named(facet, count, page.locale()).label();
                    chosen.add(new Chosen(
                            facet == Facet.REMOTE_DAYS ? page.t("facet.remoteDays.chosen", label) : label,
                            page.here(facet.parameter(), others, "page", null)));
                }
            }
        });
        return chosen;
    }
}
