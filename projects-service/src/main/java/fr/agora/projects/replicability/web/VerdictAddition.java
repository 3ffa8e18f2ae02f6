package fr.agora.projects.replicability.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.projects.usecase.Recognition;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.web.UseCasePageAddition;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Whether others can do the same, on the page of a use case. */
@Component
class VerdictAddition implements UseCasePageAddition {

    @Override
    public void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model) {
        Recognition recognition = useCase.recognition();
        boolean mayReview =
                useCase.isPublished() && reader.filter(CurrentUser::isModerator).isPresent();
        if (recognition.verdict() == null && !mayReview) {
            return;
        }
        model.addAttribute(
                "replicability",
                new VerdictOnUseCase(
                        recognition.verdict() == null ? null : page.t("verdict." + recognition.verdict()),
                        recognition.reviewedOn() == null ? null : page.date(recognition.reviewedOn()),
                        useCase.url() + "/replicabilite",
                        mayReview));
    }
}
