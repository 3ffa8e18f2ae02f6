package fr.agora.search.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of things that can be found. */
public enum Kind {
    OFFER("jobs"),
    USE_CASE("projects"),
    BLOCK("projects"),
    MEMBER("directory"),
    ORGANIZATION("directory"),
    REFERENCE_DATA("projects");

    private final String owner;

    Kind(String owner) {
        this.owner = owner;
    }

    /** The service whose facts tell of it. */
    public String owner() {
        return owner;
    }

    /** Its name in facts, addresses and index names: {@code use-case}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
