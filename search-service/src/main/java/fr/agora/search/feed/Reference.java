package fr.agora.search.feed;

import fr.agora.search.catalogue.Label;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A thing named by a fact: an organisation or ministry by its id, anything else by its code. */
record Reference(
        @Nullable String id,
        @Nullable String code,
        @Nullable String name,
        @Nullable String label,
        @Nullable String acronym) {

    Label toLabel() {
        return new Label(either(id, code), either(name, label));
    }

    private static String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : Objects.requireNonNull(other, "a reference has neither");
    }

    static List<Label> labels(@Nullable List<Reference> references) {
        return references == null
                ? List.of()
                : references.stream().map(Reference::toLabel).toList();
    }

    static List<String> acronyms(@Nullable List<Reference> references) {
        return references == null
                ? List.of()
                : references.stream()
                        .map(Reference::acronym)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
