package fr.agora.platform.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The account behind the present request, as its verified token says.
 *
 * @param accountId opaque, the token's {@code sub}
 * @param name for the page header and what the person signs: never log it
 * @param organization identifier of the organisation the account belongs to, absent for people outside
 */
public record CurrentUser(
        String accountId, String name, @Nullable String organization, Set<Role> roles) {

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    /** Empty for an anonymous visitor. */
    public static Optional<CurrentUser> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<CurrentUser> of(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token && !Provisioner.isOne(token.getToken())
                ? Optional.of(from(token))
                : Optional.empty();
    }

    /** With the roles that were granted, which may be fewer than the token names. */
    private static CurrentUser from(JwtAuthenticationToken authentication) {
        Jwt token = authentication.getToken();
        Set<Role> roles = granted(authentication);
        String name = token.getClaimAsString("name");
        return new CurrentUser(account(token), name == null ? "" : name, token.getClaimAsString("organization"), roles);
    }

    /** The roles a token names. */
    static Set<Role> claimed(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> claimed = token.getClaimAsStringList("roles");
        if (claimed != null) {
            claimed.forEach(claim -> Role.ofClaim(claim).ifPresent(roles::add));
        }
        return roles;
    }

    private static Set<Role> granted(JwtAuthenticationToken authentication) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (GrantedAuthority authority : authentication.getAuthorities()) {
            Arrays.stream(Role.values())
                    .filter(role -> role.authority().equals(authority.getAuthority()))
                    .forEach(roles::add);
        }
        return roles;
    }

    /** Whether a role was kept from somebody for want of a second factor. */
    static boolean lacksSecondFactor(@Nullable Authentication authentication) {
        return authentication instanceof JwtAuthenticationToken token
                && !Provisioner.isOne(token.getToken())
                && !granted(token).containsAll(claimed(token.getToken()));
    }

    /** A token of nobody is a configuration error of the identity server, not an anonymous visit. */
    static String account(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new BadJwtException("The token has no sub claim");
        }
        return subject;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isModerator() {
        return has(Role.MODERATOR) || has(Role.ADMIN);
    }

    public boolean isAdmin() {
        return has(Role.ADMIN);
    }

    /** Never the name: a record's own text would put it into logs. */
    @Override
    public String toString() {
        return "CurrentUser[" + accountId + "]";
    }
}
