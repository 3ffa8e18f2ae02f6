package fr.agora.gateway.keycloak;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How old a login may be for what the pages of the account do.
 *
 * @param entry to open them: an older one is asked for its password, and its second factor, again
 * @param stay to go on with them: after that they have no token renewed and send their person to log in
 * @param ending to end a session: a token of an older login is refused, however it was come by. Longer than
 *     {@code stay} by what an access token lives, else the pages show as ended what was refused
 */
@ConfigurationProperties("agora.account")
record AccountLogins(Duration entry, Duration stay, Duration ending) {

    /** The program Keycloak's pages of the account are. */
    static final String PAGES = "account-console";
}
