package fr.agora.platform.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are verified.
 *
 * @param issuer the only accepted {@code iss} ({@code AGORA_IDENTITY_ISSUER})
 * @param jwksUri where the issuer's keys are read, on the inside network ({@code AGORA_IDENTITY_JWKS_URI})
 * @param audience must be among the token's {@code aud}
 * @param stepUp {@code true} or {@code everybody}: moderators and administrators are such only by a login with a second
 *     factor; {@code false}: by any ({@code AGORA_STEP_UP})
 */
@ConfigurationProperties("agora.identity")
record SecuritySettings(
        String issuer,
        URI jwksUri,
        @DefaultValue("agora-api") String audience,
        @DefaultValue("false") String stepUp) {

    SecuritySettings {
        StepUp.of(stepUp);
    }

    SecondFactor secondFactor() {
        return new SecondFactor(StepUp.of(stepUp));
    }
}
