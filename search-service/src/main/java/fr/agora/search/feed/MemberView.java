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
        @Nullable String accountId,
        @Nullable List<String> networks,
        @Nullable List<RestrictedPart> restricted,
        String visibility,
        String url)
        implements View {

    boolean restrictedTo(String readers) {
        return restricted != null
                && restricted.stream().anyMatch(part -> part.visibility().equals(readers));
    }

    /** The profile as those readers see it. */
    MemberView including(String readers) {
        var member = this;
        for (var part : restricted == null ? List.<RestrictedPart>of() : restricted) {
            member = part.visibility().equals(readers) ? member.with(part) : member;
        }
        return member;
    }

    MemberView unrestricted() {
        return new MemberView(
                id,
                displayName,
                headline,
                bio,
                organizations,
                ministries,
                territories,
                skills,
                offers,
                asks,
                communities,
                accountId,
                networks,
                null,
                visibility,
                url);
    }

    private MemberView with(RestrictedPart part) {
        return new MemberView(
                id,
                displayName,
                headline == null ? part.headline() : headline,
                bio == null ? part.bio() : bio,
                both(organizations, part.organizations()),
                both(ministries, part.ministries()),
                both(territories, part.territories()),
                both(skills, part.skills()),
                both(offers, part.offers()),
                both(asks, part.asks()),
                both(communities, part.communities()),
                accountId,
                networks,
                restricted,
                visibility,
                url);
    }

    private static <T> List<T> both(@Nullable List<T> some, @Nullable List<T> more) {
        return Stream.of(some, more)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

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
                strong(marked, offers),
                keywords(),
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

    private static List<String> strong(List<Label> marked, @Nullable List<String> offered) {
        var words = new ArrayList<String>(offered == null ? List.of() : offered);
        marked.forEach(community -> {
            words.add(community.label());
            words.addAll(Vocabulary.COMMUNITIES.aliases(community.code()));
        });
        return words;
    }

    private List<String> keywords() {
        var words = new ArrayList<>(Reference.acronyms(organizations));
        words.add(Words.of("kind.member"));
        return words;
    }
}
