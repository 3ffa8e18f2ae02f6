package fr.agora.search.feed;

import fr.agora.platform.ui.Markdown;
import fr.agora.search.catalogue.Entry;
import fr.agora.search.catalogue.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record UseCaseView(
        String id,
        String title,
        @Nullable String pitch,
        @Nullable String audience,
        @Nullable String whatChanges,
        @Nullable String description,
        @Nullable String phase,
        @Nullable List<Indicator> indicators,
        @Nullable List<Block> blocks,
        @Nullable List<Reference> organizations,
        @Nullable List<Reference> ministries,
        @Nullable List<Reference> territories,
        @Nullable List<Reference> skills,
        @Nullable List<Reference> themes,
        @Nullable Instant publishedAt,
        @Nullable Integer reuseCount,
        @Nullable Replicability replicability,
        String visibility,
        String url)
        implements View {

    record Indicator(
            String label,
            @Nullable String before,
            @Nullable String after,
            @Nullable String unit) {}

    record Replicability(String verdict) {}

    record Block(String id, String name, @Nullable String kind) {}

    @Override
    public Entry toEntry() {
        return new Entry(
                Kind.USE_CASE,
                id,
                title,
                null,
                pitch,
                body(),
                List.of(),
                keywords(),
                url,
                Reference.labels(organizations),
                Reference.labels(ministries),
                Reference.labels(territories),
                Reference.labels(skills),
                Reference.labels(themes),
                null,
                publishedAt,
                specifics().asMap(),
                specifics()
                        .with("reuses", reuseCount == null || reuseCount == 0 ? null : reuseCount)
                        .asMap());
    }

    private Fields specifics() {
        return new Fields().with("phase", phase).with("replicability", verdict());
    }

    private @Nullable String verdict() {
        return replicability == null ? null : replicability.verdict();
    }

    private String body() {
        var indicated = indicators == null
                ? Stream.<String>empty()
                : indicators.stream().map(Indicator::label);
        return Stream.concat(
                        Stream.of(whatChanges, audience, Markdown.toText(description, Integer.MAX_VALUE)), indicated)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private List<String> keywords() {
        var words = new ArrayList<>(Reference.acronyms(organizations));
        if (blocks != null) {
            blocks.forEach(block -> words.add(block.name()));
        }
        if (phase != null) {
            words.add(Words.of("phase." + phase));
        }
        if (replicability != null) {
            words.add(Words.of("replicability." + replicability.verdict()));
        }
        words.add(Words.of("kind.use-case"));
        return words;
    }
}
