package fr.agora.search.site;

import fr.agora.platform.ui.Figure;
import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.query.Facet;
import fr.agora.search.query.FacetLabels;
import fr.agora.search.query.Overviews;
import fr.agora.search.query.Results;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The home page.
 *
 * @param figures how many of each kind, those that are there at all
 */
public record HomePage(
        List<Figure> figures,
        List<ResultCard> offers,
        List<ResultCard> useCases,
        List<Tag> themes,
        List<Tag> ministries) {

    private static final int MOST_TAGS = 16;

    static HomePage of(Overviews.Overview overview, FacetLabels labels, Page page) {
        return new HomePage(
                figures(overview, page),
                cards(overview.offers(), page),
                cards(overview.useCases(), page),
                tags(overview, Facet.THEME, labels, page),
                tags(overview, Facet.MINISTRY, labels, page));
    }

    private static List<Figure> figures(Overviews.Overview overview, Page page) {
        var counts = overview.counts().getOrDefault(Facet.KIND, List.of()).stream()
                .collect(Collectors.toMap(Results.Count::value, Results.Count::count));
        return Arrays.stream(Kind.values())
                .filter(kind -> counts.containsKey(kind.code()))
                .map(kind -> {
                    long count = counts.getOrDefault(kind.code(), 0L);
                    var words = page.t("kind." + kind.code() + (count == 1 ? "" : ".plural"));
                    return new Figure(page.number(count), words, page.href("/recherche", "kind", kind.code()));
                })
                .toList();
    }

    private static List<ResultCard> cards(List<Results.Hit> hits, Page page) {
        return hits.stream().map(hit -> ResultCard.of(hit, page)).toList();
    }

    private static List<Tag> tags(Overviews.Overview overview, Facet facet, FacetLabels labels, Page page) {
        return overview.counts().getOrDefault(facet, List.of()).stream()
                .limit(MOST_TAGS)
                .map(count -> labels.named(facet, count, page.locale()))
                .map(count -> new Tag(
                        page.t("facet.count", count.label(), page.number(count.count())),
                        page.href("/recherche", facet.parameter(), count.value())))
                .toList();
    }
}
