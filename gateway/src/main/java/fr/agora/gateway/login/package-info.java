/**
 * Logging in and out with Keycloak by OpenID Connect, and the tokens that come of it.
 * Offers {@code /connexion}, {@code /deconnexion}, the back channel, and a fresh access token for each forwarded request.
 * Ignores roles and rights: services read them in the token.
 */
@NullMarked
package fr.agora.gateway.login;

import org.jspecify.annotations.NullMarked;
