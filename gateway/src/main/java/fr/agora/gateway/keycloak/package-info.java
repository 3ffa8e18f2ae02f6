/**
 * What the gateway changes of what browsers and Keycloak say to each other.
 * Offers the names a browser keeps Keycloak's cookies by, and the new login before a session of the account is ended.
 * Ignores how people log in to the platform: that is the login's.
 */
@NullMarked
package fr.agora.gateway.keycloak;

import org.jspecify.annotations.NullMarked;
