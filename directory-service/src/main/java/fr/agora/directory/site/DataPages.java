package fr.agora.directory.site;

import fr.agora.directory.identity.OrganizationAccounts;
import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberErasure;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.Members;
import fr.agora.directory.member.Standing;
import fr.agora.directory.member.TalentConsent;
import fr.agora.directory.privacy.DataExport;
import fr.agora.directory.privacy.ErasureOrder;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is held of a person, to take along or to erase. */
@Controller
class DataPages {

    private final MemberEditing editing;
    private final MemberErasure erasure;
    private final Members members;
    private final TalentConsent consent;
    private final DataExport export;
    private final OrganizationAccounts accounts;

    DataPages(
            MemberEditing editing,
            MemberErasure erasure,
            Members members,
            TalentConsent consent,
            DataExport export,
            OrganizationAccounts accounts) {
        this.editing = editing;
        this.erasure = erasure;
        this.members = members;
        this.consent = consent;
        this.export = export;
        this.accounts = accounts;
    }

    @GetMapping("/moi/donnees")
    String mine(CurrentUser user, Model model) {
        return show(Form.blank(), user, model);
    }

    @PostMapping("/moi/donnees/effacer")
    String erase(
            @ModelAttribute ErasureOrder order,
            BindingResult binding,
            CurrentUser user,
            Page page,
            Model model,
            HttpServletResponse response) {
        String id = editing.ownView(user).map(MemberView::id).orElseThrow(ProblemException::notFound);
        if (order.isMeant()) {
            erasure.erase(id, user);
            return "redirect:/moi/donnees?fait=efface";
        }
        response.setStatus(422);
        return show(refused(binding, page), user, model);
    }

    private static Form refused(BindingResult binding, Page page) {
        return Form.of(binding, page)
                .named("confirmation", page.t("data.erase.word"))
                .reject("confirmation", page.t("data.erase.word.wrong"));
    }

    private String show(Form form, CurrentUser user, Model model) {
        Optional<MemberView> profile = editing.ownView(user);
        model.addAttribute("form", form);
        model.addAttribute(
                "data",
                new DataPage(
                        profile.orElse(null),
                        profile.map(own -> consent.of(user)).orElse(null),
                        export.kinds(),
                        accounts.areTended()));
        return "profile/data";
    }

    @GetMapping("/annuaire/membres/{id}/effacer")
    String askedFor(@PathVariable String id, CurrentUser admin, Model model) {
        return showErasure(Form.blank(), other(id, admin), model);
    }

    @PostMapping("/annuaire/membres/{id}/effacer")
    String eraseOther(
            @PathVariable String id,
            @ModelAttribute ErasureOrder order,
            BindingResult binding,
            CurrentUser admin,
            Page page,
            Model model,
            HttpServletResponse response) {
        MemberView person = other(id, admin);
        if (order.isMeant()) {
            erasure.erase(id, admin);
            return "redirect:/annuaire?fait=personne-effacee";
        }
        response.setStatus(422);
        return showErasure(refused(binding, page), person, model);
    }

    private MemberView other(String id, CurrentUser admin) {
        MemberView person = members.seen(id, Optional.of(admin)).orElseThrow(ProblemException::notFound);
        Standing standing = members.standing(id, Optional.of(admin));
        if (standing != Standing.ADMIN && standing != Standing.OWNER) {
            throw new ProblemException(CommonProblem.FORBIDDEN);
        }
        return person;
    }

    private static String showErasure(Form form, MemberView person, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("person", person);
        return "people/erase";
    }
}
