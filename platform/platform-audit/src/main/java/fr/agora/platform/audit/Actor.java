package fr.agora.platform.audit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks, as the token says: nothing of it but the opaque account and the coarse roles.
 *
 * @param account null for an anonymous visitor
 */
record Actor(@Nullable String account, List<String> roles) {

    private static final String PREFIX = "ROLE_";

    static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            return new Actor(null, List.of());
        }
        return new Actor(
                token.getName(),
                token.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .map(String::valueOf)
                        .map(authority ->
                                authority.startsWith(PREFIX) ? authority.substring(PREFIX.length()) : authority)
                        .map(authority -> authority.toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
