/**
 * Who answers which path, and how a request travels to them and back.
 * Offers the route table and the forwarding behind it, with timeouts, a circuit breaker for each neighbour and clean headers.
 * Ignores what the bodies say: they are streamed, never held.
 */
@NullMarked
package fr.agora.gateway.routing;

import org.jspecify.annotations.NullMarked;
