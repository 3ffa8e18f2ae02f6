package fr.agora.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The program by which an administration tends the accounts of its own people, as its verified token says. It is nobody:
 * outside the addresses made for it, it is refused what needs an account and reads what any visitor reads.
 *
 * @param organization identifier of the one organisation whose accounts it tends
 */
public record Provisioner(String organization) {

    static final String CLAIM = "provisions";
    static final String AUTHORITY = "PROVISIONER";

    /** @throws IllegalStateException where the request is nobody's of the kind: the security chain lets none through */
    public static Provisioner of(Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken token) {
            @Nullable String organization = token.getToken().getClaimAsString(CLAIM);
            if (organization != null && !organization.isBlank()) {
                return new Provisioner(organization);
            }
        }
        throw new IllegalStateException("Not a provisioner");
    }

    static boolean isOne(Jwt token) {
        return token.hasClaim(CLAIM);
    }
}
