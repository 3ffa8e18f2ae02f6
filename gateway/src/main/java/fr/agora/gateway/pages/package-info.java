/**
 * What the gateway says in its own name: the plain pages and problem details shown when no service can answer.
 * Offers one list of notices, each with its status, its texts in French and English and its shape, page or problem.
 * Ignores what services say: their own pages and problems pass through untouched.
 */
@NullMarked
package fr.agora.gateway.pages;

import org.jspecify.annotations.NullMarked;
