package fr.agora.projects.support.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.ProblemTexts;
import fr.agora.projects.support.SecurityChecklist;
import fr.agora.projects.support.SecurityChecklists;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The security checklist in force, and the administrators' form of the next one. */
@Controller
class SecurityChecklistPages {

    private final SecurityChecklists checklists;
    private final ProblemTexts texts;

    SecurityChecklistPages(SecurityChecklists checklists, ProblemTexts texts) {
        this.checklists = checklists;
        this.texts = texts;
    }

    @GetMapping("/accompagnement/securite")
    String show(CurrentUser reader, Model model) {
        SecurityChecklist inForce = checklists.inForce();
        Map<String, Object> stored = Map.of("items", String.join("\n", inForce.items()), "version", inForce.version());
        return page(Form.of(stored), inForce, reader, model);
    }

    @PostMapping("/accompagnement/securite")
    String replace(
            @RequestParam Map<String, String> typed,
            CurrentUser admin,
            Page page,
            Model model,
            HttpServletResponse response) {
        Form form = Form.of(typed);
        try {
            int seen = form.value("version").matches("[0-9]{1,6}") ? Integer.parseInt(form.value("version")) : 0;
            checklists.replace(admin, seen, List.of(form.value("items").split("\\R")));
            return "redirect:/accompagnement/securite?fait=enregistre";
        } catch (ProblemException refused) {
            if (refused.type() == CommonProblem.INVALID_FIELDS) {
                for (FieldProblem field : refused.fields()) {
                    form.reject(field.field(), texts.field(field, page.locale()));
                }
            } else if (refused.type() == CommonProblem.EDIT_CONFLICT) {
                form.reject("", texts.detail(refused.type(), refused.arguments(), page.locale()));
            } else {
                throw refused;
            }
        }
        response.setStatus(422);
        return page(form, checklists.inForce(), admin, model);
    }

    private static String page(Form form, SecurityChecklist inForce, CurrentUser reader, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("checklist", inForce);
        model.addAttribute("mayReplace", reader.isAdmin());
        return "support/security";
    }
}
