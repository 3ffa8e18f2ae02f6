package fr.agora.directory.site;

import fr.agora.directory.member.PeerQuery;
import fr.agora.directory.member.PeerSearch;
import fr.agora.directory.member.Peers;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search of peers. */
@Controller
class PeerPages {

    private final PeerSearch search;
    private final Vocabularies vocabularies;

    PeerPages(PeerSearch search, Vocabularies vocabularies) {
        this.search = search;
        this.vocabularies = vocabularies;
    }

    @GetMapping("/annuaire/pairs")
    String peers(
            @RequestParam(name = "competence", required = false) @Nullable String skill,
            @RequestParam(name = "sujet", required = false) @Nullable String topic,
            @RequestParam(name = "territoire", required = false) @Nullable String territory,
            @RequestParam(required = false) @Nullable String q,
            Optional<CurrentUser> reader,
            Paging paging,
            Page page,
            Model model) {
        PeerQuery query = new PeerQuery(skill, topic, territory, q);
        Peers found = search.find(query, reader, paging, page.locale());
        model.addAttribute("peers", PeerPage.of(found, query, paging, vocabularies, page));
        return "people/peers";
    }
}
