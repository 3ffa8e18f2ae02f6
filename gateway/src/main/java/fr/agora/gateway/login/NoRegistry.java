package fr.agora.gateway.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;

/** Remembers nothing: the session store knows which login each session came from. */
final class NoRegistry implements OidcSessionRegistry {

    @Override
    public void saveSessionInformation(OidcSessionInformation information) {
        // the session document holds the same
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String clientSessionId) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken logoutToken) {
        return List.of();
    }
}
