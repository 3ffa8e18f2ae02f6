package fr.agora.gateway.keycloak;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an access token says of the login it comes from. Who signed it is for Keycloak to check: a forged one that
 * passes here is refused there.
 *
 * @param program whom it was given to
 * @param login the last time its person proved who they are; long ago where it does not say
 */
record AccessToken(String program, Instant login) {

    private static final Pattern WRITTEN = Pattern.compile("[\\w-]+\\.([\\w-]+)\\.[\\w-]+");
    private static final Pattern BROUGHT = Pattern.compile("(?i)bearer +(" + WRITTEN.pattern() + ")");
    private static final JsonMapper JSON = JsonMapper.shared();

    static Optional<AccessToken> broughtBy(String authorization) {
        Matcher brought = BROUGHT.matcher(authorization);
        return brought.matches() ? read(brought.group(1)) : Optional.empty();
    }

    static Optional<AccessToken> read(String token) {
        Matcher written = WRITTEN.matcher(token);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(written.group(1)));
            return Optional.of(new AccessToken(
                    claims.path("azp").asString(""),
                    Instant.ofEpochSecond(claims.path("auth_time").asLong(0))));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
