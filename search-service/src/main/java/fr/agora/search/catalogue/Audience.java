package fr.agora.search.catalogue;

import java.util.List;
import java.util.Optional;

/** Who may find an entry, as a token written into the index and asked for by every query. */
public enum Audience {
    PUBLIC("public"),
    AGENTS("agents"),
    /** Nobody asks for it yet: networks come with mandates. */
    NETWORK("network");

    private final String token;

    Audience(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    /** Empty for what nobody but its owner may see: it is not indexed at all. */
    public static Optional<Audience> ofVisibility(String visibility) {
        return switch (visibility) {
            case "PUBLIC" -> Optional.of(PUBLIC);
            case "AGENTS" -> Optional.of(AGENTS);
            case "NETWORK" -> Optional.of(NETWORK);
            case "ME" -> Optional.empty();
            default -> throw new IllegalArgumentException("A visibility is unknown: \"%s\"".formatted(visibility));
        };
    }

    /** The tokens a query of this person asks for. */
    public static List<String> readable(boolean loggedIn) {
        return loggedIn ? List.of(PUBLIC.token, AGENTS.token) : List.of(PUBLIC.token);
    }
}
