package fr.agora.directory.moderation;

import java.util.Arrays;

/** What may be reported, and whose it is. */
public enum ItemKind {
    MEMBER("directory", "member"),
    USE_CASE("projects", "use-case"),
    BLOCK("projects", "block"),
    OFFER("jobs", "offer");

    private final String owner;
    private final String code;

    ItemKind(String owner, String code) {
        this.owner = owner;
        this.code = code;
    }

    /** The service that shows it and carries out what is decided. */
    public String owner() {
        return owner;
    }

    /** The contracts' word. */
    public String code() {
        return code;
    }

    boolean isOurs() {
        return this == MEMBER;
    }

    static ItemKind of(String owner, String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.owner.equals(owner) && kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such item: " + owner + " " + code));
    }
}
