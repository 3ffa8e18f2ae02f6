package fr.agora.projects.publiccode;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.web.UseCasePageAddition;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells those who write a use case what its publiccode.yml still lacks. */
@Component
class PubliccodeAddition implements UseCasePageAddition {

    @Override
    public void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model) {
        if (reader.filter(useCase::mayBeEditedBy).isPresent()) {
            List<String> gaps = PubliccodeGaps.of(useCase.content()).stream()
                    .map(gap -> page.t("publiccode.gap." + gap))
                    .toList();
            model.addAttribute("publiccodeGaps", gaps);
        }
    }
}
