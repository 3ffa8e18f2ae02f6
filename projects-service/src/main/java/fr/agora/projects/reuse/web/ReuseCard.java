package fr.agora.projects.reuse.web;

import fr.agora.platform.ui.Page;
import fr.agora.platform.ui.Tag;
import fr.agora.projects.reuse.Reuse;
import fr.agora.projects.reuse.ReuseSeen;
import fr.agora.projects.reuse.ReuseState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reuse in a list, in the page's words.
 *
 * @param things the bricks taken, or that everything is
 * @param stateColour of the badge that says the state
 * @param when since when, and until when it is vouched for
 */
public record ReuseCard(
        String url,
        String useCase,
        String useCaseUrl,
        String organization,
        String organizationUrl,
        List<Tag> things,
        String state,
        @Nullable String stateColour,
        String since,
        @Nullable String confirmed,
        String when) {

    static ReuseCard of(ReuseSeen seen, Page page) {
        Reuse reuse = seen.reuse();
        String since = page.date(reuse.declaration().since());
        String confirmed = reuse.confirmedOn() == null ? null : page.date(reuse.confirmedOn());
        return new ReuseCard(
                reuse.url(),
                seen.useCase().content().title(),
                seen.useCase().url(),
                seen.organization().name(),
                page.href("/annuaire/organismes/" + seen.organization().id()),
                things(seen, page),
                page.t("reuse.state." + reuse.state()),
                colour(reuse.state()),
                since,
                confirmed,
                reuse.isConfirmed() && confirmed != null
                        ? page.t("reuse.when.confirmed", since, confirmed)
                        : page.t("reuse.when", since));
    }

    private static List<Tag> things(ReuseSeen seen, Page page) {
        if (seen.reuse().declaration().isWhole()) {
            return List.of(Tag.of(page.t("reuse.whole")));
        }
        List<Tag> bricks = seen.blocks().stream()
                .map(block -> new Tag(block.name(), block.url()))
                .toList();
        return bricks.isEmpty() ? List.of(Tag.of(page.t("reuse.gone-bricks"))) : bricks;
    }

    private static @Nullable String colour(ReuseState state) {
        return switch (state) {
            case DECLARED -> "info";
            case CONFIRMED -> "success";
            case TO_RECONFIRM, CONTESTED -> "warning";
            case EXPIRED, WITHDRAWN -> null;
        };
    }
}
