package fr.agora.projects.usecase;

import fr.agora.platform.text.Labelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the author says of a use case, checked and with its words found.
 *
 * @param audience whose life it changes; needed by those who publish it on the platform
 * @param whatChanges for them, in plain words; needed as well
 * @param description Markdown
 * @param organizationIds who carries it, known to the directory or not yet
 * @param territories with the levels above each
 * @param repository address of its code
 * @param website where its users find it
 */
public record UseCaseContent(
        String title,
        String pitch,
        @Nullable String audience,
        @Nullable String whatChanges,
        @Nullable String description,
        Phase phase,
        List<Indicator> indicators,
        List<Block> blocks,
        List<String> organizationIds,
        List<Labelled> territories,
        List<Labelled> skills,
        List<Labelled> themes,
        @Nullable String repository,
        @Nullable String website,
        Visibility visibility) {

    public UseCaseContent {
        if (title.isBlank() || pitch.isBlank()) {
            throw new IllegalArgumentException("A use case has a title and a pitch");
        }
        indicators = List.copyOf(indicators);
        blocks = List.copyOf(blocks);
        organizationIds = List.copyOf(organizationIds);
        territories = List.copyOf(territories);
        skills = List.copyOf(skills);
        themes = List.copyOf(themes);
    }

    /** Whether both say the same: a brick sent without its id is given another each time, and counts by its place. */
    boolean saysTheSameAs(UseCaseContent other) {
        if (blocks.size() != other.blocks.size()) {
            return false;
        }
        Map<String, String> ids = new HashMap<>();
        for (int index = 0; index < blocks.size(); index++) {
            ids.put(other.blocks.get(index).id(), blocks.get(index).id());
        }
        return equals(other.with(
                other.phase,
                other.blocks.stream().map(block -> block.known(ids)).toList()));
    }

    UseCaseContent in(Phase other) {
        return with(other, blocks);
    }

    private UseCaseContent with(Phase otherPhase, List<Block> otherBlocks) {
        return new UseCaseContent(
                title,
                pitch,
                audience,
                whatChanges,
                description,
                otherPhase,
                indicators,
                otherBlocks,
                organizationIds,
                territories,
                skills,
                themes,
                repository,
                website,
                visibility);
    }

    List<String> blockIds() {
        return blocks.stream().map(Block::id).toList();
    }
}
