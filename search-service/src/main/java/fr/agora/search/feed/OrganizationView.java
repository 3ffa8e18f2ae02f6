package fr.agora.search.feed;

import fr.agora.search.catalogue.Entry;
import fr.agora.search.catalogue.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

record OrganizationView(
        String id,
        String name,
        @Nullable String acronym,
        @Nullable String kind,
        @Nullable String summary,
        @Nullable String siret,
        @Nullable List<Reference> parents,
        @Nullable List<Reference> ministries,
        @Nullable List<Reference> territories,
        String visibility,
        String url)
        implements View {

    @Override
    public Entry toEntry() {
        return new Entry(
                Kind.ORGANIZATION,
                id,
                name,
                acronym,
                summary,
                null,
                List.of(),
                keywords(),
                url,
                Reference.labels(parents),
                Reference.labels(ministries),
                Reference.labels(territories),
                List.of(),
                List.of(),
                null,
                null,
                new Fields().with("organizationKind", kind).asMap(),
                new Fields()
                        .with("organizationKind", kind)
                        .with("acronym", acronym)
                        .asMap());
    }

    private List<String> keywords() {
        var words = new ArrayList<>(Reference.acronyms(parents));
        if (acronym != null) {
            words.add(acronym);
        }
        if (siret != null) {
            words.add(siret);
        }
        if (kind != null) {
            words.add(Words.of("organization." + kind));
        }
        return words;
    }
}
