package fr.agora.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * What a finished login leaves in the session.
 *
 * @param subject the account's opaque id
 * @param keycloakSession the identity server's own session, which a back-channel logout names
 */
public record LoggedIn(String subject, @Nullable String keycloakSession, Credentials credentials) {

    /** Name of the session attribute the store keeps as readable fields. */
    public static final String ATTRIBUTE = "agora.logged-in";
}
