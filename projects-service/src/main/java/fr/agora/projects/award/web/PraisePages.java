package fr.agora.projects.award.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.award.Award;
import fr.agora.projects.award.AwardEdition;
import fr.agora.projects.award.Awards;
import fr.agora.projects.award.Mention;
import fr.agora.projects.award.Mentions;
import fr.agora.projects.award.Mentions.MentionRequest;
import fr.agora.projects.credit.Crediting;
import fr.agora.projects.forms.TypedForm;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where those who write a use case name people and add links, and moderators give awards. */
@Controller
@RequestMapping("/cas-usage/{slug}/valorisation")
class PraisePages {

    private final Crediting crediting;
    private final Mentions mentions;
    private final Awards awards;
    private final UseCaseWriting useCases;
    private final TypedForm typedForm;
    private final Clock clock;

    PraisePages(
            Crediting crediting,
            Mentions mentions,
            Awards awards,
            UseCaseWriting useCases,
            TypedForm typedForm,
            Clock clock) {
        this.crediting = crediting;
        this.mentions = mentions;
        this.awards = awards;
        this.useCases = useCases;
        this.typedForm = typedForm;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable String slug,
            @RequestParam(name = "nom", required = false) @Nullable String words,
            CurrentUser user,
            Page page,
            Model model) {
        return show(editable(user, slug), user, words, Form.blank(), page, model);
    }

    @PostMapping("/credits")
    String propose(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        return attempt(
                () -> crediting.propose(user, slug, typed.getFirst("member"), typed.getFirst("role")),
                "credit-propose",
                slug,
                typed,
                user,
                page,
                model,
                response);
    }

    @PostMapping("/credits/{id}/retirer")
    String withdraw(@PathVariable String slug, @PathVariable String id, CurrentUser user) {
        UseCase useCase = editable(user, slug);
        crediting.withdraw(user, id);
        return back(useCase, "credit-retire");
    }

    @PostMapping("/liens")
    String mention(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        MentionRequest request = new MentionRequest(
                kind(typed.getFirst("kind")),
                typed.getFirst("title"),
                typed.getFirst("source"),
                typed.getFirst("publishedOn"),
                typed.getFirst("link"),
                typed.get("members"));
        return attempt(
                () -> mentions.add(user, slug, request), "lien-ajoute", slug, typed, user, page, model, response);
    }

    @PostMapping("/liens/{id}/retirer")
    String removeMention(@PathVariable String slug, @PathVariable String id, CurrentUser user) {
        UseCase useCase = editable(user, slug);
        mentions.remove(user, id);
        return back(useCase, "lien-retire");
    }

    @PostMapping("/trophees")
    String award(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        String[] race = String.valueOf(typed.getFirst("race")).split("/", 2);
        boolean laureate = "laureat".equals(typed.getFirst("rank"));
        return attempt(
                () -> awards.award(user, slug, race[0], race.length > 1 ? race[1] : null, laureate),
                "trophee-enregistre",
                slug,
                typed,
                user,
                page,
                model,
                response);
    }

    @PostMapping("/trophees/{id}/retirer")
    String removeAward(@PathVariable String slug, @PathVariable String id, CurrentUser user) {
        UseCase useCase = editable(user, slug);
        awards.remove(user, id);
        return back(useCase, "trophee-retire");
    }

    private String attempt(
            Runnable change,
            String done,
            String slug,
            MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        UseCase useCase = editable(user, slug);
        try {
            change.run();
            return back(useCase, done);
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            Form form = typedForm.refused(typed, refused.fields(), "praise.field.", page);
            return show(useCase, user, typed.getFirst("nom"), form, page, model);
        }
    }

    private UseCase editable(CurrentUser user, String slug) {
        UseCase useCase = useCases.visible(Optional.of(user), slug);
        if (!useCase.mayBeEditedBy(user) && !user.isModerator()) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return useCase;
    }

    private static String back(UseCase useCase, String done) {
        return "redirect:" + useCase.url() + "/valorisation?fait=" + done;
    }

    private static Mention.@Nullable Kind kind(@Nullable String typed) {
        return Arrays.stream(Mention.Kind.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private String show(UseCase useCase, CurrentUser user, @Nullable String words, Form form, Page page, Model model) {
        List<PersonLink> open = PersonLink.of(crediting.open(useCase), page);
        List<PersonLink> accepted = PersonLink.of(crediting.shown(useCase, true), page);
        Map<String, AwardEdition> editions =
                awards.editions().stream().collect(Collectors.toMap(AwardEdition::id, each -> each, (a, b) -> a));
        String name = words == null ? "" : words.strip();
        boolean searched = !name.isEmpty();
        List<Choice> candidates = new ArrayList<>();
        if (searched && name.length() <= 200) {
            crediting
                    .candidates(name)
                    .forEach(each -> candidates.add(Choice.of(each.id(), String.valueOf(each.name()))));
        }
        model.addAttribute("form", form);
        model.addAttribute(
                "praise",
                new PraisePage(
                        useCase.content().title(),
                        useCase.url(),
                        open,
                        name,
                        candidates,
                        searched,
                        mentions.of(useCase).stream()
                                .map(each -> MentionLine.of(each, accepted, page))
                                .toList(),
                        Arrays.stream(Mention.Kind.values())
                                .map(each -> Choice.of(each.name(), page.t("mention.kind." + each)))
                                .toList(),
                        accepted.stream()
                                .map(each -> Choice.of(each.member(), each.name()))
                                .toList(),
                        awards.of(useCase).stream()
                                .map(each -> race(each, editions, page))
                                .toList(),
                        races(editions.values()),
                        LocalDate.now(clock).toString(),
                        useCase.mayBeEditedBy(user),
                        user.isModerator()));
        return "award/praise";
    }

    private static PraisePage.Race race(Award award, Map<String, AwardEdition> editions, Page page) {
        AwardEdition edition = editions.get(award.edition());
        String category = edition == null
                ? award.category()
                : edition.category(award.category())
                        .map(AwardEdition.Category::name)
                        .orElse(award.category());
        return new PraisePage.Race(
                award.id(),
                page.t(
                        award.laureate() ? "award.laureate-of" : "award.candidate-of",
                        category,
                        edition == null ? award.edition() : edition.name()));
    }

    private static List<Choice> races(Iterable<AwardEdition> editions) {
        List<Choice> races = new ArrayList<>();
        for (AwardEdition edition : editions) {
            edition.categories()
                    .forEach(each -> races.add(
                            Choice.of(edition.id() + "/" + each.code(), edition.name() + " – " + each.name())));
        }
        return races;
    }
}
