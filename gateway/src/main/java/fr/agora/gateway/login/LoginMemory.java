package fr.agora.gateway.login;

import fr.agora.gateway.session.Credentials;
import fr.agora.gateway.session.LoggedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Keeps of a login the few fields a forwarded request needs, instead of Spring Security's whole context. */
final class LoginMemory implements OAuth2AuthorizedClientRepository {

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!(principal.getPrincipal() instanceof OidcUser person)) {
            throw new IllegalStateException("A login without an id token: " + client.getPrincipalName());
        }
        request.getSession()
                .setAttribute(
                        LoggedIn.ATTRIBUTE,
                        new LoggedIn(
                                Objects.requireNonNull(person.getSubject(), "an id token has a subject"),
                                person.getIdToken().getClaimAsString("sid"),
                                credentials(client, person)));
    }

    private static Credentials credentials(OAuth2AuthorizedClient client, OidcUser person) {
        OAuth2RefreshToken refresh = client.getRefreshToken();
        Instant expires = Objects.requireNonNull(client.getAccessToken().getExpiresAt(), "an access token ends");
        return new Credentials(
                client.getAccessToken().getTokenValue(),
                expires,
                refresh == null ? null : refresh.getTokenValue(),
                person.getIdToken().getTokenValue());
    }

    // nobody reads it back through Spring Security: forwarding asks Tokens
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        return null;
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute(LoggedIn.ATTRIBUTE);
    }
}
