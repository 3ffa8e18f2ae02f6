package fr.agora.platform.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Whether a login used a second factor, as its token says; where one is asked for, a login without it keeps every role
 * but those that decide over others.
 */
final class SecondFactor {

    /** How Keycloak's login flow calls its one-time code, as RFC 8176 does. */
    private static final String ONE_TIME_CODE = "otp";

    /** The realm passes ProConnect's word on where it names a login with two factors, and only there. */
    private static final String BY_PROCONNECT = "proconnect_acr";

    /** Logs in by its secret alone: no flow of people leads to a token of this client. */
    private static final String OPERATOR = "agora-operator";

    private static final Set<Role> DECIDING = EnumSet.of(Role.MODERATOR, Role.ADMIN);

    private final StepUp stepUp;

    SecondFactor(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    /** The roles a token names, less those its login was too weak for. */
    Set<Role> granted(Jwt token) {
        Set<Role> roles = CurrentUser.claimed(token);
        if (stepUp != StepUp.NOBODY && !wasUsed(token) && !OPERATOR.equals(token.getClaimAsString("azp"))) {
            roles.removeAll(DECIDING);
        }
        return roles;
    }

    private static boolean wasUsed(Jwt token) {
        List<String> methods = token.getClaimAsStringList("amr");
        return (methods != null && methods.contains(ONE_TIME_CODE)) || token.hasClaim(BY_PROCONNECT);
    }
}
