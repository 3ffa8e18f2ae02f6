/**
 * How much one caller may ask for: how often, and how large.
 * Offers a rate limit by account or by address, and a bound on what a body may weigh.
 * Ignores who may do what: that is for the services.
 */
@NullMarked
package fr.agora.gateway.limits;

import org.jspecify.annotations.NullMarked;
