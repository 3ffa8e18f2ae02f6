package fr.agora.projects.award.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.award.AwardEdition;
import fr.agora.projects.award.Awards;
import fr.agora.projects.award.Awards.EditionRequest;
import fr.agora.projects.award.Awards.Seen;
import fr.agora.projects.forms.TypedForm;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The awards, edition by edition, and the form that opens one. */
@Controller
class TrophyPages {

    private static final int MOST = 60;
    private static final int STRIP = 6;

    private final Awards awards;
    private final TypedForm typedForm;

    TrophyPages(Awards awards, TypedForm typedForm) {
        this.awards = awards;
        this.typedForm = typedForm;
    }

    @GetMapping("/trophees")
    String trophies(
            @RequestParam(required = false) @Nullable String edition,
            @RequestParam(name = "categorie", required = false) @Nullable String category,
            @RequestParam(name = "rang", required = false) @Nullable String rank,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        List<AwardEdition> editions = awards.editions();
        Optional<AwardEdition> asked =
                editions.stream().filter(each -> each.id().equals(edition)).findFirst();
        if (edition != null && !edition.isBlank() && asked.isEmpty()) {
            throw ProblemException.notFound();
        }
        Optional<AwardEdition> shown = asked.or(() -> editions.stream().findFirst());
        Map<String, Object> chosen = new HashMap<>();
        shown.ifPresent(each -> chosen.put("edition", each.id()));
        put(chosen, "categorie", category);
        put(chosen, "rang", rank);
        model.addAttribute(
                "trophies",
                new TrophyPage(
                        shown.map(AwardEdition::name).orElse(null),
                        shown.map(each -> page.date(each.heldOn())).orElse(null),
                        shown.map(each -> groups(each, category, "laureat".equals(rank), reader, page))
                                .orElse(List.of()),
                        Form.of(chosen),
                        editions.stream()
                                .map(each -> Choice.of(each.id(), each.name()))
                                .toList(),
                        shown.map(TrophyPages::categories).orElse(List.of()),
                        List.of(Choice.of("laureat", page.t("award.laureates-only"))),
                        reader.filter(CurrentUser::isModerator).isPresent()));
        return "award/trophies";
    }

    /** The strip other pages show; who asks for it as a page wants them all. */
    @GetMapping("/trophees/laureats")
    String laureates(
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        if (!part) {
            return "redirect:/trophees";
        }
        model.addAttribute(
                "laureates",
                awards.laureates(reader, STRIP).stream()
                        .map(seen -> new TrophyPage.Group(
                                page.t(
                                        "award.laureate-of",
                                        seen.category().name(),
                                        seen.edition().name()),
                                List.of(entry(seen, page))))
                        .toList());
        return "award/laureates";
    }

    @GetMapping("/trophees/nouveau")
    String blank(CurrentUser user, Model model) {
        requireModerator(user);
        model.addAttribute("form", Form.blank());
        return "award/edition";
    }

    @PostMapping("/trophees/nouveau")
    String open(
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        requireModerator(user);
        String lines = Optional.ofNullable(typed.getFirst("categories")).orElse("");
        EditionRequest request =
                new EditionRequest(typed.getFirst("name"), typed.getFirst("heldOn"), Arrays.asList(lines.split("\\R")));
        try {
            AwardEdition opened = awards.open(user, request);
            return "redirect:" + page.href("/trophees", "edition", opened.id(), "fait", "edition-ouverte");
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            model.addAttribute("form", typedForm.refused(typed, refused.fields(), "edition.field.", page));
            return "award/edition";
        }
    }

    private List<TrophyPage.Group> groups(
            AwardEdition edition,
            @Nullable String category,
            boolean laureatesOnly,
            Optional<CurrentUser> reader,
            Page page) {
        List<Seen> all = awards.in(edition, laureatesOnly, reader, MOST);
        return edition.categories().stream()
                .filter(each ->
                        category == null || category.isBlank() || each.code().equals(category))
                .map(each -> new TrophyPage.Group(
                        each.name(),
                        all.stream()
                                .filter(seen -> seen.category().equals(each))
                                .map(seen -> entry(seen, page))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    private static TrophyPage.Entry entry(Seen seen, Page page) {
        return new TrophyPage.Entry(
                seen.useCase().content().title(),
                seen.useCase().url(),
                seen.useCase().content().pitch(),
                seen.award().laureate(),
                page.t(seen.award().laureate() ? "award.laureate" : "award.candidate"),
                PersonLink.of(seen.people(), page));
    }

    private static List<Choice> categories(AwardEdition edition) {
        return edition.categories().stream()
                .map(each -> Choice.of(each.code(), each.name()))
                .toList();
    }

    private static void put(Map<String, Object> chosen, String name, @Nullable String value) {
        if (value != null) {
            chosen.put(name, value);
        }
    }

    private static void requireModerator(CurrentUser user) {
        if (!user.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
    }
}
