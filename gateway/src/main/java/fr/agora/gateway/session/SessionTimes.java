package fr.agora.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long sessions last.
 *
 * @param idle a session unused for this long is over
 * @param longest no session outlives this, however busy
 * @param login how long someone may stand before the login page
 */
@ConfigurationProperties("agora.session")
record SessionTimes(Duration idle, Duration longest, Duration login) {

    Instant expiry(Instant created, Instant seen, boolean loggedIn) {
        if (!loggedIn) {
            return seen.plus(login);
        }
        Instant idleEnd = seen.plus(idle);
        Instant end = created.plus(longest);
        return idleEnd.isBefore(end) ? idleEnd : end;
    }
}
