package fr.agora.directory.site;

import fr.agora.directory.cohort.Cohorts;
import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberFilter;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.Members;
import fr.agora.directory.reference.Vocabularies;
import fr.agora.directory.works.Showcase;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of people and the page of one. */
@Controller
class PeoplePages {

    private final Members members;
    private final MemberEditing editing;
    private final Vocabularies vocabularies;
    private final Cohorts cohorts;
    private final Showcase showcase;

    PeoplePages(Members members, MemberEditing editing, Vocabularies vocabularies, Cohorts cohorts, Showcase showcase) {
        this.members = members;
        this.editing = editing;
        this.vocabularies = vocabularies;
        this.cohorts = cohorts;
        this.showcase = showcase;
    }

    @GetMapping({"/annuaire", "/annuaire/membres"})
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "organisme", required = false) @Nullable String organization,
            @RequestParam(name = "competence", required = false) @Nullable String skill,
            @RequestParam(name = "communaute", required = false) @Nullable String community,
            @RequestParam(name = "territoire", required = false) @Nullable String territory,
            @RequestParam(name = "promotion", required = false) @Nullable String cohort,
            Optional<CurrentUser> reader,
            Paging paging,
            Page page,
            Model model) {
        MemberFilter filter = new MemberFilter(q, organization, skill, community, territory, cohort);
        Slice<MemberView> found = members.list(filter, reader, paging);
        model.addAttribute("people", PeopleList.of(found, filter, paging, vocabularies, cohorts, page));
        return "people/list";
    }

    @GetMapping("/annuaire/membres/{id}")
    String one(@PathVariable String id, Optional<CurrentUser> reader, Page page, Model model) {
        MemberView person = members.seen(id, reader).orElseThrow(ProblemException::notFound);
        model.addAttribute(
                "person", PersonPage.of(person, members.standing(id, reader), members.seen(id, Optional.empty())));
        model.addAttribute("credits", showcase.achievements(id, reader));
        return "people/person";
    }

    @PostMapping("/annuaire/membres/{id}/retirer")
    String withdraw(@PathVariable String id, CurrentUser moderator) {
        editing.withdraw(id, moderator);
        return "redirect:/annuaire?fait=retire";
    }
}
