package fr.agora.search.site;

import fr.agora.platform.ui.Page;
import fr.agora.search.catalogue.Places;
import fr.agora.search.query.Detail;
import fr.agora.search.query.Facet;
import fr.agora.search.query.FacetLabels;
import fr.agora.search.query.Order;
import fr.agora.search.query.Overviews;
import fr.agora.search.query.Question;
import fr.agora.search.query.Searches;
import fr.agora.search.reader.Readers;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages anybody may read. */
@Controller
class SitePages {

    private static final int RESULTS = 20;
    private static final int LONGEST_PLACE = 100;

    private final Searches searches;
    private final Overviews overviews;
    private final Readers readers;
    private final FacetLabels labels;

    SitePages(Searches searches, Overviews overviews, Readers readers, FacetLabels labels) {
        this.readers = readers;
        this.searches = searches;
        this.overviews = overviews;
        this.labels = labels;
    }

    @GetMapping("/")
    String home(Page page, Model model) {
        var overview = overviews.of(readers.present());
        model.addAttribute("home", HomePage.of(overview, labels, page));
        return "site/home";
    }

    @GetMapping("/recherche")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(name = "page", required = false) @Nullable Integer number,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam MultiValueMap<String, String> parameters,
            Page page,
            Model model) {
        var chosen = new EnumMap<Facet, @Nullable List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            chosen.put(facet, parameters.get(facet.parameter()));
        }
        var typed = near == null ? "" : near.strip();
        // people write names, links carry codes; what nobody knows sorts nothing
        var place = typed.isEmpty() || typed.length() > LONGEST_PLACE ? null : Places.named(typed);
        var order = place == null && Order.DISTANCE.code().equals(sort) ? null : sort;
        var question = Question.of(q, chosen, number, RESULTS, null, order, place);
        var results = searches.find(question, readers.present(), Detail.PAGE);
        model.addAttribute("search", SearchPage.of(question, shown(typed, place, page), results, labels, page));
        return "site/search";
    }

    private static String shown(String typed, @Nullable String place, Page page) {
        var label = place != null && typed.equals(place) ? Places.label(place, page.locale()) : null;
        return label == null ? typed : label;
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "site/accessibility";
    }

    @GetMapping("/mentions-legales")
    String legal() {
        return "site/legal";
    }
}
