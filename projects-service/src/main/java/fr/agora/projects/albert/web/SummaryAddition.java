package fr.agora.projects.albert.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.projects.albert.Summaries;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.web.UseCasePageAddition;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The machine-written summary on the page of its use case. */
@Component
class SummaryAddition implements UseCasePageAddition {

    private final Summaries summaries;

    SummaryAddition(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model) {
        boolean mayAsk = summaries.isOffered()
                && useCase.isPublished()
                && reader.filter(useCase::mayBeEditedBy).isPresent();
        model.addAttribute(
                "summary",
                new SummaryOnUseCase(
                        summaries.of(useCase, reader).orElse(null), mayAsk ? useCase.url() + "/resume" : null));
    }
}
