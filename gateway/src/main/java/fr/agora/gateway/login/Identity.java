package fr.agora.gateway.login;

import fr.agora.gateway.PublicUrl;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * Where Keycloak is, for the browser and for us.
 *
 * @param issuer the tokens' {@code iss}, {@code AGORA_IDENTITY_ISSUER}
 * @param jwksUri the realm's public keys on the inside network, {@code AGORA_IDENTITY_JWKS_URI}
 * @param keycloak base address on the inside network, {@code AGORA_KEYCLOAK_URI}
 * @param clientSecret of the client {@code agora-gateway}, {@code AGORA_GATEWAY_CLIENT_SECRET}; there is no default
 */
@ConfigurationProperties("agora.identity")
record Identity(String issuer, String jwksUri, URI keycloak, String clientSecret) {

    static final String REGISTRATION = "agora";
    static final String CLIENT = "agora-gateway";
    static final String LOGOUT = "/auth/realms/agora/protocol/openid-connect/logout";

    Identity {
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException("AGORA_GATEWAY_CLIENT_SECRET is not set: the gateway cannot log in");
        }
    }

    // each address is written out: discovery would need Keycloak up before the gateway;
    // no user info address either: the id token says all we keep, and a login makes one call less
    ClientRegistration registration(PublicUrl site) {
        String inside = keycloak.toString().replaceAll("/+$", "") + "/auth/realms/agora/protocol/openid-connect";
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(CLIENT)
                .clientSecret(clientSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .scope("openid")
                .redirectUri(site.of("/login/oauth2/code/" + REGISTRATION))
                .issuerUri(issuer)
                .authorizationUri(site.identityOf("/auth/realms/agora/protocol/openid-connect/auth"))
                .tokenUri(inside + "/token")
                .jwkSetUri(jwksUri)
                .userNameAttributeName("sub")
                .build();
    }

    static String logoutAddress(PublicUrl site) {
        return site.identityOf(LOGOUT);
    }
}
