package fr.agora.search.feed;

import fr.agora.search.catalogue.Entry;
import fr.agora.search.catalogue.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

record BlockView(
        String id,
        String useCaseId,
        String useCaseTitle,
        String name,
        @Nullable String kind,
        @Nullable String summary,
        @Nullable String licence,
        @Nullable String access,
        @Nullable List<Reference> organizations,
        @Nullable List<Reference> ministries,
        @Nullable List<Reference> territories,
        @Nullable List<Reference> skills,
        @Nullable List<Reference> themes,
        String visibility,
        String url)
        implements View {

    @Override
    public Entry toEntry() {
        var specifics =
                new Fields().with("blockKind", kind).with("access", access).with("useCase", useCaseId);
        var marks = new Fields().with("blockKind", kind).with("access", access).with("useCaseTitle", useCaseTitle);
        return new Entry(
                Kind.BLOCK,
                id,
                name,
                null,
                summary,
                null,
                List.of(),
                keywords(),
                url,
                Reference.labels(organizations),
                Reference.labels(ministries),
                Reference.labels(territories),
                Reference.labels(skills),
                Reference.labels(themes),
                null,
                null,
                specifics.asMap(),
                marks.asMap());
    }

    private List<String> keywords() {
        var words = new ArrayList<>(Reference.acronyms(organizations));
        words.add(useCaseTitle);
        if (kind != null) {
            words.add(Words.of("block." + kind));
        }
        if (licence != null) {
            words.add(licence);
        }
        words.add(Words.of("kind.block"));
        return words;
    }
}
