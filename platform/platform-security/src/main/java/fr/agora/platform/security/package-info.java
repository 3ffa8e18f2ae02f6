/**
 * Who is asking, and a chain that denies unless a service allowed it. Offers {@link
 * fr.agora.platform.security.CurrentUser}, the coarse {@link fr.agora.platform.security.Role roles} of the token and
 * {@link fr.agora.platform.security.PublicEndpoints}. Ignores what a role may do: that is each service's own decision.
 */
@NullMarked
package fr.agora.platform.security;

import org.jspecify.annotations.NullMarked;
