/**
 * The gateway, the only process a browser or an API client ever talks to.
 * It offers one origin for pages, API, assets and login, and decides who waits, who is refused and who is let through.
 * It knows no business rule: each service verifies the token again and decides authorisation itself.
 */
@NullMarked
package fr.agora.gateway;

import org.jspecify.annotations.NullMarked;
