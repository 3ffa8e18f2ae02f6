package fr.agora.projects.usecase;

import fr.agora.platform.text.Labelled;
import java.util.List;
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

    UseCaseContent in(Phase other) {
        return new UseCaseContent(
                title,
                pitch,
                audience,
                whatChanges,
                description,
                other,
                indicators,
                blocks,
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
