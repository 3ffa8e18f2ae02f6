package fr.agora.gateway.login;

import fr.agora.gateway.session.Credentials;
import fr.agora.gateway.session.Sessions;
import fr.agora.gateway.session.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/** A valid access token for a visitor, renewed shortly before it ends; none means that the request goes on anonymously. */
@Component
public class Tokens {

    private static final Logger log = LoggerFactory.getLogger(Tokens.class);
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final Sessions sessions;
    private final RestClientRefreshTokenTokenResponseClient renewal;
    private final ClientRegistrationRepository registrations;
    private final Clock clock;
    // a page asks for several things at once: one renewal serves them all
    private final ReentrantLock[] oneAtATime =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    Tokens(
            Sessions sessions,
            RestClientRefreshTokenTokenResponseClient renewal,
            ClientRegistrationRepository registrations,
            Clock clock) {
        this.sessions = sessions;
        this.renewal = renewal;
        this.registrations = registrations;
        this.clock = clock;
    }

    public @Nullable String accessToken(Visitor visitor) {
        Credentials credentials = visitor.credentials();
        if (credentials == null) {
            return null;
        }
        if (!credentials.expireWithin(MARGIN, clock.instant())) {
            return credentials.accessToken();
        }
        ReentrantLock lock = oneAtATime[Math.floorMod(visitor.key().hashCode(), oneAtATime.length)];
        lock.lock();
        try {
            return renewed(visitor.key());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable String renewed(String key) {
        // read again under the lock: the request before this one may have renewed them
        Credentials credentials = sessions.credentials(key);
        if (credentials == null) {
            return null;
        }
        Instant now = clock.instant();
        if (!credentials.expireWithin(MARGIN, now)) {
            return credentials.accessToken();
        }
        String refreshToken = credentials.refreshToken();
        if (refreshToken == null) {
            sessions.renew(key, null);
            return null;
        }
        try {
            Credentials fresh = exchange(credentials, refreshToken);
            sessions.renew(key, fresh);
            return fresh.accessToken();
        } catch (OAuth2AuthorizationException refused) {
            return withoutRenewal(key, credentials, refused);
        }
    }

    private @Nullable String withoutRenewal(String key, Credentials credentials, OAuth2AuthorizationException failure) {
        if (failure.getError().getErrorCode().equals("invalid_grant")) {
            sessions.renew(key, null);
            log.info("Keycloak renews a session's tokens no longer, they are dropped.");
            return null;
        }
        log.warn("Tokens could not be renewed. cause={}", failure.getMessage());
        // Keycloak away is no reason to log everyone out: the token serves to its end, then the next request asks again
        return credentials.expireWithin(Duration.ZERO, clock.instant()) ? null : credentials.accessToken();
    }

    private Credentials exchange(Credentials old, String refreshToken) {
        var registration = Objects.requireNonNull(registrations.findByRegistrationId(Identity.REGISTRATION));
        Instant issued = old.accessExpires().minusSeconds(1);
        OAuth2AccessTokenResponse answer = renewal.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                registration,
                new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, old.accessToken(), issued, old.accessExpires()),
                new OAuth2RefreshToken(refreshToken, null)));
        OAuth2RefreshToken next = answer.getRefreshToken();
        Instant expires = answer.getAccessToken().getExpiresAt();
        return new Credentials(
                answer.getAccessToken().getTokenValue(),
                expires == null ? clock.instant() : expires,
                next == null ? refreshToken : next.getTokenValue(),
                old.idToken());
    }
}
