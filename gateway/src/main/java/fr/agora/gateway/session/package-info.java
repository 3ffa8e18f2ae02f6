/**
 * Who is at the other end, remembered between two requests in a store that several gateways share.
 * Offers the visitor of a request, and the sessions the login writes and the back channel ends.
 * Ignores what a visitor may do: only the tokens it keeps say that, to the services.
 */
@NullMarked
package fr.agora.gateway.session;

import org.jspecify.annotations.NullMarked;
