package fr.agora.projects.funding.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.projects.funding.FundingBoard;
import fr.agora.projects.funding.FundingGrant;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.web.UseCasePageAddition;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the window gave a use case, on its page. */
@Component
class GrantsAddition implements UseCasePageAddition {

    private final FundingBoard board;

    GrantsAddition(FundingBoard board) {
        this.board = board;
    }

    @Override
    public void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model) {
        boolean mayRecord =
                useCase.isPublished() && reader.filter(CurrentUser::isModerator).isPresent();
        List<FundingGrant> given = board.of(useCase);
        if (mayRecord || !given.isEmpty()) {
            model.addAttribute(
                    "grants",
                    new GrantsOnUseCase(given, mayRecord ? "/financement/" + useCase.slug() + "/subvention" : null));
        }
    }
}
