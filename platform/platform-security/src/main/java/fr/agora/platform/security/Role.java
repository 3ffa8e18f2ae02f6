package fr.agora.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The coarse roles a token carries; finer mandates never travel in it. */
public enum Role {
    MEMBER,
    RECRUITER,
    MODERATOR,
    ADMIN;

    /** The name used in the token's {@code roles} claim. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The authority Spring Security checks. */
    public String authority() {
        return "ROLE_" + name();
    }

    static Optional<Role> ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }
}
