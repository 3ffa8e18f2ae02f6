package fr.agora.projects.request.web;

import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import fr.agora.projects.request.RequestHandling.Seen;
import fr.agora.projects.request.RequestState;
import fr.agora.projects.request.ReuseRequest;
import fr.agora.projects.request.Side;
import fr.agora.projects.usecase.Block;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, in the page's words.
 *
 * @param declareHref the declaration, already filled in; absent unless it was accepted and the reader asked
 */
public record RequestPage(
        String url,
        String useCase,
        String useCaseUrl,
        String organization,
        String organizationUrl,
        List<Tag> things,
        String state,
        @Nullable String stateColour,
        String updated,
        List<Message> thread,
        boolean open,
        boolean mayDecide,
        boolean mayAbandon,
        @Nullable String declareHref) {

    /** One message of the thread. */
    public record Message(String who, String when, String text, boolean own) {}

    static RequestPage of(Seen seen, Page page) {
        ReuseRequest request = seen.request();
        boolean open = request.state().isOpen();
        return new RequestPage(
                request.url(),
                seen.useCase().content().title(),
                seen.useCase().url(),
                seen.organization().name(),
                page.href("/annuaire/organismes/" + seen.organization().id()),
                things(seen, page),
                page.t("request.state." + request.state()),
                colour(request.state()),
                page.date(request.updatedAt()),
                request.thread().stream()
                        .map(each -> new Message(
                                who(each.side(), seen, page),
                                page.date(each.at()),
                                each.text(),
                                each.side() == seen.side()))
                        .toList(),
                open,
                open && seen.side() == Side.OWNER,
                open && seen.side() == Side.REQUESTER,
                request.state() == RequestState.ACCEPTED && seen.side() == Side.REQUESTER
                        ? page.href(
                                "/reutilisations/nouvelle",
                                "casUsage",
                                seen.useCase().slug(),
                                "brique",
                                request.blockIds())
                        : null);
    }

    private static List<Tag> things(Seen seen, Page page) {
        List<Tag> bricks = seen.request().blockIds().stream()
                .map(id -> seen.useCase().block(id))
                .flatMap(Optional::stream)
                .map((Block block) -> new Tag(block.name(), block.url()))
                .toList();
        return bricks.isEmpty() ? List.of(Tag.of(page.t("reuse.whole"))) : bricks;
    }

    private static String who(Side side, Seen seen, Page page) {
        return page.t("request.side." + side, seen.organization().shortName());
    }

    private static @Nullable String colour(RequestState state) {
        return switch (state) {
            case OPEN -> "new";
            case IN_DISCUSSION -> "info";
            case ACCEPTED -> "success";
            case REFUSED -> "error";
            case ABANDONED -> null;
        };
    }
}
