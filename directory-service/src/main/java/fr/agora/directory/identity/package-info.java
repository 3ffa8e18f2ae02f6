/**
 * The accounts behind the people, as Keycloak keeps them: follows who was disabled, enabled or removed, and ends what
 * hangs on it. Offers administrations' own directories the SCIM side of their accounts, and nobody else any side of them.
 * Knows no profile and no mandate: it tells inside the directory what happened to an account, and others act on it.
 */
@NullMarked
package fr.agora.directory.identity;

import org.jspecify.annotations.NullMarked;
