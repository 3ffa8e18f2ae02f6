package fr.agora.projects.usecase;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Cursor;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All bricks, each in its use case. */
@Component
public class Blocks {

    private static final int MOST_NEIGHBOURS = 30;

    private final UseCases useCases;

    Blocks(UseCases useCases) {
        this.useCases = useCases;
    }

    /** A brick where it stands. */
    public record Placed(UseCase useCase, Block block) {}

    /** Bricks others may see, those of the latest use case first. */
    public Slice<Placed> listed(BlockFilter filter, boolean loggedIn, Paging paging) {
        Optional<Cursor> last = paging.after(3);
        // every one of them has a brick to show, save the one the last page ended in
        List<UseCase> found = useCases.withBlocks(filter, loggedIn, last, paging.size() + 2);
        List<Placed> placed = new ArrayList<>();
        for (UseCase useCase : found) {
            for (Block block : useCase.content().blocks()) {
                if (filter.takes(block)) {
                    placed.add(new Placed(useCase, block));
                }
            }
        }
        List<Placed> rest = new ArrayList<>(
                placed.subList(last.map(cursor -> seen(placed, cursor)).orElse(0), placed.size()));
        return Slice.of(rest.subList(0, Math.min(rest.size(), paging.size() + 1)), paging.size(), Blocks::cursor);
    }

    /** The bricks of these identifiers that a reader may see, so many at most. */
    public List<Placed> found(Collection<String> ids, Optional<CurrentUser> reader) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return useCases.withAnyBlock(ids).stream()
                .filter(useCase -> useCase.isVisibleTo(reader))
                .flatMap(useCase -> useCase.content().blocks().stream()
                        .filter(block -> ids.contains(block.id()))
                        .map(block -> new Placed(useCase, block)))
                .limit(MOST_NEIGHBOURS)
                .toList();
    }

    /** Bricks others may see that need this one, so many at most. */
    public List<Placed> dependingOn(String id, boolean loggedIn) {
        return useCases.dependingOn(id, loggedIn, MOST_NEIGHBOURS).stream()
                .flatMap(useCase -> useCase.content().blocks().stream()
                        .filter(block -> block.dependsOn().contains(id))
                        .map(block -> new Placed(useCase, block)))
                .limit(MOST_NEIGHBOURS)
                .toList();
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
