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
 */
@ConfigurationProperties("agora.identity")
record SecuritySettings(
        String issuer,
        URI jwksUri,
        @DefaultValue("agora-api") String audience) {}
