package fr.agora.projects.reuse.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.forms.TypedForm;
import fr.agora.projects.reuse.Reuse;
import fr.agora.projects.reuse.ReuseBoard;
import fr.agora.projects.reuse.ReuseRights;
import fr.agora.projects.reuse.ReuseSeen;
import fr.agora.projects.reuse.ReuseState;
import fr.agora.projects.reuse.ReuseWriting;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public board, one reuse, and the desks of those who declare and confirm. */
@Controller
class ReusePages {

    private static final int ROWS = 20;

    private final ReuseBoard board;
    private final ReuseWriting writing;
    private final ReuseRights rights;
    private final TypedForm typedForm;

    ReusePages(ReuseBoard board, ReuseWriting writing, ReuseRights rights, TypedForm typedForm) {
        this.board = board;
        this.writing = writing;
        this.rights = rights;
        this.typedForm = typedForm;
    }

    @GetMapping("/reutilisations")
    String board(
            @RequestParam(required = false) @Nullable String cursor,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        Slice<ReuseSeen> found = board.confirmed(null, null, null, reader, new Paging(ROWS, cursor));
        model.addAttribute(
                "board",
                ReuseBoardPage.of(
                        board.graph(reader),
                        list(found, cursor, page),
                        reader.filter(user -> user.isModerator() || board.vouches(user))
                                .isPresent(),
                        page));
        return "reuse/board";
    }

    @GetMapping("/reutilisations/a-confirmer")
    String toConfirm(
            @RequestParam(required = false) @Nullable String cursor, CurrentUser user, Page page, Model model) {
        model.addAttribute("list", list(board.toConfirm(user, new Paging(ROWS, cursor)), cursor, page));
        model.addAttribute(
                "contested",
                user.isModerator() ? cards(board.contested(Paging.first(ROWS)).items(), page) : List.of());
        model.addAttribute("vouches", board.vouches(user));
        return "reuse/toconfirm";
    }

    @GetMapping("/reutilisations/mon-organisme")
    String mine(@RequestParam(required = false) @Nullable String cursor, CurrentUser user, Page page, Model model) {
        Slice<ReuseSeen> found = user.organization() == null
                ? new Slice<>(List.of(), null)
                : board.ofOrganization(user.organization(), new Paging(ROWS, cursor));
        model.addAttribute("list", list(found, cursor, page));
        return "reuse/mine";
    }

    @GetMapping("/reutilisations/{id}")
    String one(@PathVariable String id, Optional<CurrentUser> reader, Page page, Model model) {
        return show(id, reader, Form.blank(), page, model);
    }

    @PostMapping("/reutilisations/{id}/confirmer")
    String confirm(@PathVariable String id, @RequestParam(required = false) @Nullable String from, CurrentUser user) {
        Reuse confirmed = writing.confirm(user, id);
        return "redirect:" + ("desk".equals(from) ? "/reutilisations/a-confirmer" : confirmed.url())
                + "?fait=reutilisation-confirmee";
    }

    @PostMapping("/reutilisations/{id}/contester")
    String contest(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        return attempt(
                () -> writing.contest(user, id, typed.getFirst("reason")),
                "reutilisation-contestee",
                id,
                typed,
                user,
                page,
                model,
                response);
    }

    @PostMapping("/reutilisations/{id}/trancher")
    String settle(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        return attempt(
                () -> writing.settle(user, id, "oui".equals(typed.getFirst("stands")), typed.getFirst("reason")),
                "reutilisation-tranchee",
                id,
                typed,
                user,
                page,
                model,
                response);
    }

    @PostMapping("/reutilisations/{id}/retirer")
    String withdraw(@PathVariable String id, CurrentUser user) {
        return "redirect:" + writing.withdraw(user, id).url() + "?fait=reutilisation-retiree";
    }

    private String attempt(
            Supplier<Reuse> change,
            String done,
            String id,
            MultiValueMap<String, String> typed,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:" + change.get().url() + "?fait=" + done;
        } catch (ProblemException refused) {
            if (refused.type() != CommonProblem.INVALID_FIELDS) {
                throw refused;
            }
            response.setStatus(CommonProblem.INVALID_FIELDS.status().value());
            Form form = typedForm.refused(typed, refused.fields(), "reuse.field.", page);
            return show(id, Optional.of(user), form, page, model);
        }
    }

    private String show(String id, Optional<CurrentUser> reader, Form form, Page page, Model model) {
        ReuseSeen seen = board.seen(writing.visible(reader, id));
        model.addAttribute("reuse", ReusePage.of(seen, may(seen, reader), page));
        model.addAttribute("form", form);
        return "reuse/reuse";
    }

    private ReusePage.May may(ReuseSeen seen, Optional<CurrentUser> reader) {
        if (reader.isEmpty()) {
            return new ReusePage.May(false, false, false, false);
        }
        CurrentUser user = reader.get();
        Reuse reuse = seen.reuse();
        boolean open = reuse.state().isOpen();
        boolean contested = reuse.state() == ReuseState.CONTESTED;
        return new ReusePage.May(
                reuse.awaitsConfirmation() && !reuse.isBy(user.accountId()) && rights.mayConfirm(user, reuse),
                open && !contested && rights.mayContest(user, seen.useCase()),
                contested && user.isModerator(),
                open && rights.mayWithdraw(user, reuse));
    }

    private static ReuseListPage list(Slice<ReuseSeen> found, @Nullable String cursor, Page page) {
        return new ReuseListPage(
                cards(found.items(), page),
                found.next() == null ? null : page.here("cursor", found.next()),
                cursor == null ? null : page.here());
    }

    private static List<ReuseCard> cards(List<ReuseSeen> found, Page page) {
        return found.stream().map(each -> ReuseCard.of(each, page)).toList();
    }
}
