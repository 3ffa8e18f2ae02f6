/**
 * What every request and every answer must respect, whoever the neighbour is.
 * Offers the security headers, the refusal of crooked paths and the refusal of writes that come from another site.
 * Ignores the tokens inside forms: services compare those.
 */
@NullMarked
package fr.agora.gateway.policy;

import org.jspecify.annotations.NullMarked;
