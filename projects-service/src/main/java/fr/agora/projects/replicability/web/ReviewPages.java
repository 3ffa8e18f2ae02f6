package fr.agora.projects.replicability.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.projects.forms.TypedForm;
import fr.agora.projects.replicability.Criterion;
import fr.agora.projects.replicability.ReviewRequest;
import fr.agora.projects.replicability.ReviewRequest.Judged;
import fr.agora.projects.replicability.Reviews;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a use case's reviews, made to be printed, and the form of those who review. */
@Controller
class ReviewPages {

    private final Reviews reviews;
    private final UseCaseWriting useCases;
    private final TypedForm typedForm;

    ReviewPages(Reviews reviews, UseCaseWriting useCases, TypedForm typedForm) {
        this.reviews = reviews;
        this.useCases = useCases;
        this.typedForm = typedForm;
    }

    @GetMapping("/cas-usage/{slug}/replicabilite")
    String read(@PathVariable String slug, Optional<CurrentUser> reader, Page page, Model model) {
        UseCase useCase = useCases.visible(reader, slug);
        boolean mayReview =
                useCase.isPublished() && reader.filter(CurrentUser::isModerator).isPresent();
        model.addAttribute("review", ReviewPage.of(useCase, reviews.of(useCase), mayReview, page));
        return "replicability/reviews";
    }

    @GetMapping("/cas-usage/{slug}/replicabilite/evaluer")
    String blank(@PathVariable String slug, CurrentUser reviewer, Model model) {
        return show(reviews.reviewable(reviewer, slug), Form.blank(), model);
    }

    @PostMapping("/cas-usage/{slug}/replicabilite/evaluer")
    String review(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser reviewer,
            Page page,
            Model model,
            HttpServletResponse response) {
        UseCase useCase = reviews.reviewable(reviewer, slug);
        Map<Criterion, Judged> scores = new EnumMap<>(Criterion.class);
        for (Criterion each : Criterion.values()) {
            String field = "scores." + each;
            scores.put(
                    each, new Judged(points(typed.getFirst(field + ".points")), typed.getFirst(field + ".evidence")));
        }
        try {
            reviews.review(reviewer, useCase.id(), new ReviewRequest(scores, typed.getFirst("summary")));
            return "redirect:" + useCase.url() + "/replicabilite?fait=revue-enregistree";
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            return show(useCase, typedForm.refused(typed, refused.fields(), "replicability.field.", page), model);
        }
    }

    private static @Nullable Integer points(@Nullable String typed) {
        return typed != null && typed.matches("[0-2]") ? Integer.valueOf(typed) : null;
    }

    private static String show(UseCase useCase, Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("title", useCase.content().title());
        model.addAttribute("url", useCase.url());
        model.addAttribute(
                "criteria",
                List.of(Criterion.values()).stream().map(Criterion::name).toList());
        return "replicability/review";
    }
}
