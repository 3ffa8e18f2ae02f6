package fr.agora.projects.funding.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Choice;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.projects.funding.Applicant;
import fr.agora.projects.funding.FundingBoard;
import fr.agora.projects.funding.FundingBoard.Year;
import fr.agora.projects.funding.FundingProblem;
import fr.agora.projects.funding.FundingWindow;
import fr.agora.projects.funding.FundingWindow.Answer;
import fr.agora.projects.funding.GrantDraft;
import fr.agora.projects.funding.Granting;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The simulator with the board by year, and the form that records a grant. */
@Controller
class FundingPages {

    private final FundingBoard board;
    private final Granting granting;
    private final UseCaseWriting useCases;
    private final ProblemTexts texts;
    private final Clock clock;

    FundingPages(FundingBoard board, Granting granting, UseCaseWriting useCases, ProblemTexts texts, Clock clock) {
        this.board = board;
        this.granting = granting;
        this.useCases = useCases;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/financement")
    String window(
            @RequestParam(name = "budget", required = false) @Nullable String budget,
            @RequestParam(name = "demandeur", required = false) @Nullable String applicant,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        Map<String, String> typed = new HashMap<>();
        typed.put("budget", budget == null ? "" : budget);
        typed.put("demandeur", applicant == null ? Applicant.STATE_ADMINISTRATION.name() : applicant);
        Form form = Form.of(typed);
        Answer answer = budget == null ? null : answer(form, page);
        List<Year> years = board.seenBy(reader);
        model.addAttribute(
                "funding",
                new FundingPage(
                        form,
                        applicants(page),
                        answer,
                        years,
                        FundingPage.chart(years),
                        reader.filter(CurrentUser::isModerator).isPresent()));
        return "funding/window";
    }

    private @Nullable Answer answer(Form form, Page page) {
        Long budget = Amounts.read(form.value("budget"));
        Optional<Applicant> applicant = Arrays.stream(Applicant.values())
                .filter(each -> each.name().equals(form.value("demandeur")))
                .findFirst();
        if (budget == null || budget <= 0 || budget > FundingWindow.LARGEST_BUDGET) {
            form.reject(
                    "budget",
                    texts.field(
                            FieldProblem.of("budget", "funding.budget", FundingWindow.LARGEST_BUDGET), page.locale()));
            return null;
        }
        if (applicant.isEmpty()) {
            form.reject("demandeur", page.t("funding.applicant.choose"));
            return null;
        }
        return FundingWindow.simulate(budget, applicant.get());
    }

    private static List<Choice> applicants(Page page) {
        return Arrays.stream(Applicant.values())
                .map(each -> Choice.of(each.name(), page.t("funding.applicant." + each)))
                .toList();
    }

    @GetMapping("/financement/{slug}/subvention")
    String blank(@PathVariable String slug, CurrentUser moderator, Page page, Model model) {
        Granting.allow(moderator);
        return show(Form.blank(), useCases.visible(Optional.of(moderator), slug), model);
    }

    @PostMapping("/financement/{slug}/subvention")
    String record(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            CurrentUser moderator,
            Page page,
            Model model,
            HttpServletResponse response) {
        Granting.allow(moderator);
        UseCase useCase = useCases.visible(Optional.of(moderator), slug);
        Form form = Form.of(typed);
        try {
            GrantDraft draft = GrantDraft.checked(
                    Amounts.year(form.value("year")),
                    Amounts.read(form.value("totalBudget")),
                    Amounts.read(form.value("share")),
                    clock);
            granting.record(moderator, useCase.id(), draft);
            return "redirect:/financement?fait=subvention";
        } catch (ProblemException refused) {
            refuse(refused, form, page);
        }
        response.setStatus(422);
        return show(form, useCase, model);
    }

    private void refuse(ProblemException refused, Form form, Page page) {
        if (refused.type() == CommonProblem.INVALID_FIELDS) {
            for (FieldProblem field : refused.fields()) {
                form.named(field.field(), page.t("funding." + field.field()));
                form.reject(field.field(), texts.field(field, page.locale()));
            }
        } else if (refused.type() instanceof FundingProblem) {
            form.reject("", texts.detail(refused.type(), refused.arguments(), page.locale()));
        } else {
            throw refused;
        }
    }

    @PostMapping("/financement/subventions/{id}/retirer")
    String takeBack(@PathVariable String id, CurrentUser moderator) {
        granting.takeBack(moderator, id);
        return "redirect:/financement?fait=subvention-retiree";
    }

    private static String show(Form form, UseCase useCase, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("grant", new GrantPage(useCase.content().title(), useCase.url(), useCase.slug()));
        return "funding/grant";
    }
}
