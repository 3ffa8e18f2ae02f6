package fr.agora.search.feed;

import fr.agora.search.catalogue.Entry;
import fr.agora.search.catalogue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record ReferenceDataView(
        String id,
        String name,
        @Nullable String summary,
        @Nullable List<Reference> organizations,
        @Nullable List<Reference> ministries,
        @Nullable Criterion completeness,
        @Nullable Criterion freshness,
        @Nullable Criterion diffusion,
        String visibility,
        String url)
        implements View {

    record Criterion(String value) {}

    @Override
    public Entry toEntry() {
        return new Entry(
                Kind.REFERENCE_DATA,
                id,
                name,
                null,
                summary,
                body(),
                List.of(),
                keywords(),
                url,
                Reference.labels(organizations),
                Reference.labels(ministries),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                new Fields().asMap(),
                new Fields().asMap());
    }

    private String body() {
        return Stream.of(completeness, freshness, diffusion)
                .filter(Objects::nonNull)
                .map(Criterion::value)
                .collect(Collectors.joining("\n"));
    }

    private List<String> keywords() {
        var words = new ArrayList<>(Reference.acronyms(organizations));
        words.add(Words.of("kind.reference-data"));
        return words;
    }
}
