package fr.agora.projects.datagouv.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.web.UseCasePageAddition;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The data a use case uses or produces, on its page. */
@Component
class DataAddition implements UseCasePageAddition {

    private final DataLines lines;

    DataAddition(DataLines lines) {
        this.lines = lines;
    }

    @Override
    public void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model) {
        boolean editor = reader.filter(useCase::mayBeEditedBy).isPresent();
        model.addAttribute("data", new DataOnUseCase(lines.of(useCase), editor ? useCase.url() + "/donnees" : null));
    }
}
