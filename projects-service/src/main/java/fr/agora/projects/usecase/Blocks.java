package fr.agora.projects.usecase;

import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All bricks, each in its use case. */
@Component
public class Blocks {

    private final UseCases useCases;

    Blocks(UseCases useCases) {
        this.useCases = useCases;
    }

    /** A brick where it stands. */
    public record Placed(UseCase useCase, Block block) {}

    /** Bricks others may see, those of the latest use case first. */
    public Slice<Placed> listed(@Nullable BlockKind kind, boolean loggedIn, Paging paging) {
        Optional<Cursor> last = paging.after(3);
        // every one of them has a brick to show, save the one the last page ended in
        List<UseCase> found = useCases.withBlocks(kind, loggedIn, last, paging.size() + 2);
        List<Placed> placed = new ArrayList<>();
        for (UseCase useCase : found) {
            for (Block block : useCase.content().blocks()) {
                if (kind == null || block.kind() == kind) {
                    placed.add(new Placed(useCase, block));
                }
            }
        }
        List<Placed> rest = new ArrayList<>(
                placed.subList(last.map(cursor -> seen(placed, cursor)).orElse(0), placed.size()));
        return Slice.of(rest.subList(0, Math.min(rest.size(), paging.size() + 1)), paging.size(), Blocks::cursor);
    }

    /** How many were on earlier pages; none if the last one seen has been removed since. */
    private static int seen(List<Placed> placed, Cursor last) {
        for (int index = 0; index < placed.size(); index++) {
            if (placed.get(index).block().id().equals(last.keys().get(2))) {
                return index + 1;
            }
        }
        return 0;
    }

    private static Cursor cursor(Placed placed) {
        List<String> keys = new ArrayList<>(
                UseCases.cursor(placed.useCase(), UseCase::publishedAt).keys());
        keys.add(placed.block().id());
        return new Cursor(keys);
    }
}
