package fr.agora.projects.reuse.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.projects.reuse.ReuseBoard;
import fr.agora.projects.reuse.ReuseSeen;
import fr.agora.projects.reuse.Reuses;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.web.UseCasePageAddition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who reuses it, on the pages of use cases and bricks. */
@Component
class ReusesAddition implements UseCasePageAddition {

    private static final int SHOWN = 6;

    private final ReuseBoard board;
    private final Reuses reuses;

    ReusesAddition(ReuseBoard board, Reuses reuses) {
        this.board = board;
        this.reuses = reuses;
    }

    @Override
    public void add(UseCase useCase, Optional<CurrentUser> reader, Page page, Model model) {
        add(useCase, null, useCase.recognition().reuseCount(), reader, page, model);
    }

    @Override
    public void addToBlock(UseCase useCase, String blockId, Optional<CurrentUser> reader, Page page, Model model) {
        add(useCase, blockId, reuses.countOfBlock(blockId), reader, page, model);
    }

    private void add(
            UseCase useCase,
            @Nullable String block,
            long counted,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        if (!useCase.isPublished()) {
            return;
        }
        List<ReuseSeen> latest = board.confirmed(
                        block == null ? useCase.id() : null, null, block, reader, Paging.first(SHOWN))
                .items();
        boolean elsewhere = reader.filter(user -> user.organization() != null
                        && !useCase.isBy(user.accountId())
                        && !useCase.content().organizationIds().contains(user.organization()))
                .isPresent();
        model.addAttribute(
                "reuses",
                new ReusesOnUseCase(
                        counted,
                        latest.stream().map(each -> ReuseCard.of(each, page)).toList(),
                        elsewhere,
                        page.href("/reutilisations/nouvelle", "casUsage", useCase.slug(), "brique", block),
                        page.href("/reutilisations/demandes/nouvelle", "casUsage", useCase.slug(), "brique", block)));
    }
}
