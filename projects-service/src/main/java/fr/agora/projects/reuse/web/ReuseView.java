package fr.agora.projects.reuse.web;

import fr.agora.projects.reuse.ReuseSeen;
import fr.agora.projects.reuse.ReuseState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reuse as the API answers it; who declared and who confirmed is nobody's business.
 *
 * @param blocks the bricks reused; none means the whole use case
 * @param dueOn when it must be confirmed again, or expires
 */
public record ReuseView(
        String id,
        Ref useCase,
        Ref organization,
        List<Ref> blocks,
        ReuseState state,
        LocalDate since,
        String context,
        String contact,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate dueOn,
        String url) {

    /** Something with a page of its own. */
    public record Ref(String id, String name, String url) {}

    static ReuseView of(ReuseSeen seen) {
        var reuse = seen.reuse();
        return new ReuseView(
                reuse.id(),
                new Ref(
                        seen.useCase().id(),
                        seen.useCase().content().title(),
                        seen.useCase().url()),
                new Ref(
                        seen.organization().id(),
                        seen.organization().name(),
                        "/annuaire/organismes/" + seen.organization().id()),
                seen.blocks().stream()
                        .map(block -> new Ref(block.id(), block.name(), block.url()))
                        .toList(),
                reuse.state(),
                reuse.declaration().since(),
                reuse.declaration().context(),
                reuse.declaration().contact(),
                reuse.confirmedOn(),
                reuse.dueOn(),
                reuse.url());
    }
}
