package fr.agora.search.site;

import fr.agora.platform.ui.Page;
import fr.agora.platform.web.ProblemException;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.query.Atlas;
import fr.agora.search.query.Detail;
import fr.agora.search.query.Facet;
import fr.agora.search.query.Neighbours;
import fr.agora.search.query.Question;
import fr.agora.search.query.Searches;
import fr.agora.search.reader.Readers;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What else there is to a search: its feed, its map, and what is close to one result. */
@Controller
class ResultPages {

    private static final int LATEST = 40;
    private static final int NEIGHBOURS = 6;
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final Searches searches;
    private final Atlas atlas;
    private final Neighbours neighbours;
    private final Readers readers;
    private final URI site;

    ResultPages(
            Searches searches,
            Atlas atlas,
            Neighbours neighbours,
            Readers readers,
            @Value("${AGORA_PUBLIC_URL:http://localhost:8080}") URI site) {
        this.searches = searches;
        this.atlas = atlas;
        this.neighbours = neighbours;
        this.readers = readers;
        this.site = site;
    }

    @GetMapping("/recherche/flux.atom")
    ResponseEntity<String> feed(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam MultiValueMap<String, String> parameters,
            Page page) {
        var question = Question.of(q, chosen(parameters), null, LATEST, null, "date", null);
        var results = searches.find(question, readers.present(), Detail.LIST);
        var title = question.hasWords() ? page.t("feed.title.words", question.words()) : page.t("feed.title");
        var self = page.here();
        return ResponseEntity.ok()
                .contentType(ATOM)
                .body(AtomFeed.of(site, self, self.replace("/flux.atom", ""), title, results.hits()));
    }

    @GetMapping("/recherche/carte")
    String map(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam MultiValueMap<String, String> parameters,
            Page page,
            Model model) {
        var question = Question.of(q, chosen(parameters), null, null, null, null, null);
        model.addAttribute("map", MapPage.of(question, atlas.of(question, readers.present()), page));
        return "site/map";
    }

    /** A page of its own, or the part of one where a page that shows the entry asks for it. */
    @GetMapping("/recherche/proches/{kind}/{id}")
    String near(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Page page,
            Model model) {
        var known = Kind.ofCode(kind).orElseThrow(ProblemException::notFound);
        List<ResultCard> cards = neighbours.of(known, id, NEIGHBOURS, readers.present()).stream()
                .map(hit -> ResultCard.of(hit, page))
                .toList();
        model.addAttribute("cards", cards);
        return part ? "site/neighbours" : "site/near";
    }

    private static EnumMap<Facet, @Nullable List<String>> chosen(MultiValueMap<String, String> parameters) {
        var chosen = new EnumMap<Facet, @Nullable List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            chosen.put(facet, parameters.get(facet.parameter()));
        }
        return chosen;
    }
}
