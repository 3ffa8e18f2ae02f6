package fr.agora.projects.usecase;

import fr.agora.platform.messaging.Lease;
import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.text.Words;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * What bricks need of one another, within a use case and across use cases; never in a circle. A circle across use cases
 * takes two writers, so whoever makes a brick depend on somebody else's writes alone (ADR 0019).
 */
@Component
class BrickDependencies {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/\\s]+)?/briques/([^/?#\\s]+).*");
    private static final Duration LONGEST_WRITING = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final UseCases useCases;
    private final MongoDatabaseFactory databases;

    BrickDependencies(UseCases useCases, MongoDatabaseFactory databases) {
        this.useCases = useCases;
        this.databases = databases;
    }

    /**
     * The same bricks with what they depend on.
     *
     * @param named for each brick the names of its siblings, or identifiers or addresses of any brick its author may see
     */
    List<Block> resolve(List<Block> blocks, List<List<String>> named, CurrentUser author, List<FieldProblem> problems) {
        List<Block> resolved = new ArrayList<>();
        for (int index = 0; index < blocks.size(); index++) {
            Set<String> ids = new LinkedHashSet<>();
            for (String word : named.get(index)) {
                Optional<String> meant = meant(word.strip(), blocks, author);
                if (meant.isEmpty()) {
                    problems.add(FieldProblem.of("blocks[" + index + "].dependsOn", "use-case.unknown-block", word));
                }
                meant.ifPresent(ids::add);
            }
            resolved.add(blocks.get(index).dependingOn(List.copyOf(ids)));
        }
        return resolved;
    }

    private Optional<String> meant(String word, List<Block> siblings, CurrentUser author) {
        Matcher address = ADDRESS.matcher(word);
        String id = address.matches() ? address.group(1) : word;
        Optional<String> sibling = siblings.stream()
                .filter(each -> each.id().equals(id) || Words.fold(each.name()).equals(Words.fold(word)))
                .map(Block::id)
                .findFirst();
        return sibling.isPresent()
                ? sibling
                : useCases.findByBlock(id)
                        .filter(useCase -> useCase.isVisibleTo(Optional.of(author)))
                        .flatMap(useCase -> useCase.block(id))
                        .map(Block::id);
    }

    /** Writes, alone where a circle across use cases could come of it; refuses a circle with its path. */
    <T> T writing(List<Block> blocks, Supplier<T> write) {
        if (blocks.stream().allMatch(block -> block.dependsOn().isEmpty())) {
            return write.get();
        }
        Set<String> own = new LinkedHashSet<>(blocks.stream().map(Block::id).toList());
        boolean foreign = blocks.stream().anyMatch(block -> !own.containsAll(block.dependsOn()));
        return foreign ? alone(() -> checked(blocks, write)) : checked(blocks, write);
    }

    private <T> T checked(List<Block> blocks, Supplier<T> write) {
        new BrickGraph(useCases).circle(blocks).ifPresent(path -> {
            throw ProblemException.invalidField(
                    "blocks[" + path.index() + "].dependsOn", "use-case.circle", String.join(" → ", path.names()));
        });
        return write.get();
    }

    private <T> T alone(Supplier<T> write) {
        Lease lease = new Lease(databases, "brick-dependencies", LONGEST_WRITING, Clock.systemUTC());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!lease.hold()) {
            if (System.nanoTime() > end) {
                throw new ProblemException(CommonProblem.EDIT_CONFLICT);
            }
            LockSupport.parkNanos(PAUSE);
        }
        try {
            return write.get();
        } finally {
            lease.giveUp();
        }
    }
}
