package fr.agora.search.index;

import fr.agora.search.catalogue.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The indices of before ADR 44, one a kind: {@code agora-offer-000001} behind {@code agora-offer}. They are searched on
 * until a first rebuild has filled the one index, and swept then. To be dropped with the second release after it.
 */
final class FormerIndices {

    private final Engine engine;
    private final IndexSettings settings;

    FormerIndices(Engine engine, IndexSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    List<String> searched() {
        return named("/_alias/%s-%s");
    }

    List<String> all() {
        return named("/%s-%s-0*/_alias");
    }

    private List<String> named(String path) {
        return Arrays.stream(Kind.values())
                .map(kind -> engine.manage("GET", path.formatted(settings.prefix(), kind.code()), null))
                .flatMap(answer -> Indices.names(answer).stream())
                .toList();
    }
}
