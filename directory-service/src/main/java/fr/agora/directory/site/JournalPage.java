package fr.agora.directory.site;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** One address for « the audit trail »: each service has its own, and links to the others. */
@Controller
class JournalPage {

    @GetMapping("/journal")
    @PreAuthorize("hasRole('ADMIN')")
    String first() {
        return "redirect:/journal/annuaire";
    }
}
