package fr.agora.directory.site;

import fr.agora.directory.member.Audience;
import fr.agora.directory.member.MemberEditing;
import fr.agora.directory.member.MemberView;
import fr.agora.directory.member.Standing;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What others see of a person, for the person who chooses. */
@Controller
class PreviewPages {

    private static final Map<String, Audience> AUDIENCES =
            Map.of("tous", Audience.VISITORS, "agents", Audience.AGENTS, "reseau", Audience.NETWORK);

    private final MemberEditing editing;

    PreviewPages(MemberEditing editing) {
        this.editing = editing;
    }

    @GetMapping("/moi/apercu")
    String preview(@RequestParam(name = "pour", defaultValue = "tous") String readers, CurrentUser user, Model model) {
        Audience audience = AUDIENCES.getOrDefault(readers, Audience.VISITORS);
        MemberView seen = editing.ownAsSeenBy(audience, user).orElseThrow(ProblemException::notFound);
        boolean shown = seen.isPublished() && audience.sees(seen.visibility());
        model.addAttribute(
                "preview", new PreviewPage(audience, shown, PersonPage.of(seen, Standing.READER, Optional.empty())));
        return "profile/preview";
    }
}
