package fr.agora.search.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opensearch.client.opensearch.core.search.Highlight;
import org.opensearch.client.opensearch.core.search.HighlighterOrder;

/** Where the words stand, in the hits of the page asked for only. */
final class Highlights {

    private Highlights() {}

    static Highlight asked() {
        return Highlight.of(marks -> marks.preTags(Marks.START)
                .postTags(Marks.END)
                .order(HighlighterOrder.Score)
                .fields("title", whole -> whole.numberOfFragments(0))
                .fields("summary", whole -> whole.numberOfFragments(0))
                .fields("organizationNames", whole -> whole.numberOfFragments(0))
                .fields("body", parts -> parts.numberOfFragments(2).fragmentSize(160)));
    }

    /** As HTML that holds nothing but {@code <mark>}. */
    static Map<String, List<String>> safe(Map<String, List<String>> highlights) {
        var safe = new HashMap<String, List<String>>();
        highlights.forEach((field, parts) ->
                safe.put(field, parts.stream().map(Marks::html).toList()));
        return safe;
    }
}
