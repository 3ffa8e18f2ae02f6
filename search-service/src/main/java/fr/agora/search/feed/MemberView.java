package fr.agora.search.feed;

import fr.agora.platform.ui.Markdown;
import fr.agora.search.catalogue.Entry;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.catalogue.Label;
import fr.agora.search.catalogue.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record MemberView(
        String id,
        String displayName,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable List<Reference> organizations,
        @Nullable List<Reference> ministries,
        @Nullable List<Reference> territories,
        @Nullable List<Reference> skills,
        @Nullable List<String> offers,
        @Nullable List<String> asks,
        @Nullable List<Reference> communities,
        String visibility,
        String url)
        implements View {

    @Override
    public Entry toEntry() {
        var marked = Reference.labels(communities);
        var codes = marked.stream().map(Label::code).toList();
        var labels = marked.stream().map(Label::label).toList();
        return new Entry(
                Kind.MEMBER,
                id,
                displayName,
                null,
                headline,
                body(),
                keywords(marked),
                url,
                Reference.labels(organizations),
                Reference.labels(ministries),
                Reference.labels(territories),
                Reference.labels(skills),
                List.of(),
                null,
                null,
                new Fields().with("communities", codes).asMap(),
                new Fields().with("communities", labels).asMap());
    }

    private String body() {
        return Stream.of(Stream.of(Markdown.toText(bio, Integer.MAX_VALUE)), lines(offers), lines(asks))
                .flatMap(lines -> lines)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(@Nullable List<String> lines) {
        return lines == null ? Stream.of() : lines.stream();
    }

    private List<String> keywords(List<Label> marked) {
        var words = new ArrayList<>(Reference.acronyms(organizations));
        marked.forEach(community -> {
            words.add(community.label());
            words.addAll(Vocabulary.COMMUNITIES.aliases(community.code()));
        });
        words.add(Words.of("kind.member"));
        return words;
    }
}
