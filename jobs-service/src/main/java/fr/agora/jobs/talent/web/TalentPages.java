package fr.agora.jobs.talent.web;

import fr.agora.jobs.course.Courses;
import fr.agora.jobs.offer.Offer;
import fr.agora.jobs.reference.Territories;
import fr.agora.jobs.reference.Vocabularies;
import fr.agora.jobs.talent.TalentMatch;
import fr.agora.jobs.talent.TalentMatching;
import fr.agora.jobs.talent.Wanted;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Members who consented to be approached, as recruiters see them. */
@Controller
class TalentPages {

    private static final int ROWS = 12;

    private static final int MOST_COURSES = 5;

    private final TalentMatching matching;
    private final Courses courses;

    TalentPages(TalentMatching matching, Courses courses) {
        this.matching = matching;
        this.courses = courses;
    }

    @GetMapping("/talents")
    String search(
            @RequestParam(required = false) @Nullable List<String> competence,
            @RequestParam(required = false) @Nullable String lieu,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser recruiter,
            Page page,
            Model model) {
        Wanted wanted = TalentSearch.wanted(competence, lieu);
        Slice<TalentMatch> found = matching.search(recruiter, wanted, new Paging(ROWS, cursor));
        Map<String, Object> chosen = new HashMap<>();
        for (int index = 0; index < wanted.skills().size(); index++) {
            chosen.put("competence" + index, wanted.skills().get(index).code());
        }
        chosen.put("lieu", lieu == null ? "" : lieu);
        show(found, wanted, null, Form.of(chosen), !wanted.skills().isEmpty(), cursor, page, model);
        return "talents/list";
    }

    @GetMapping("/offres/{id}/talents")
    String forOffer(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            CurrentUser recruiter,
            Page page,
            Model model) {
        Offer offer = matching.offer(recruiter, id);
        Slice<TalentMatch> found = matching.forOffer(recruiter, offer, new Paging(ROWS, cursor));
        show(
                found,
                Wanted.by(offer),
                offer,
                Form.blank(),
                !offer.content().skills().isEmpty(),
                cursor,
                page,
                model);
        return "talents/list";
    }

    private void show(
            Slice<TalentMatch> found,
            Wanted wanted,
            @Nullable Offer offer,
            Form filters,
            boolean searched,
            @Nullable String cursor,
            Page page,
            Model model) {
        model.addAttribute(
                "talents",
                new TalentPage(
                        found.map(match -> TalentCard.of(match, page)).items(),
                        offer == null ? null : offer.content().title(),
                        offer == null ? null : offer.url(),
                        filters,
                        searched,
                        offer != null
                                ? List.of()
                                : Vocabularies.SKILLS.all().stream()
                                        .map(term -> Choice.of(term.code(), term.label()))
                                        .toList(),
                        offer != null
                                ? List.of()
                                : Territories.all().stream()
                                        .map(place -> Choice.of(
                                                place.code(),
                                                page.t(
                                                        "territory."
                                                                + place.code().substring(0, 3),
                                                        place.label(),
                                                        place.code().substring(4))))
                                        .toList(),
                        courses.teaching(wanted.skills(), MOST_COURSES),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
    }
}
