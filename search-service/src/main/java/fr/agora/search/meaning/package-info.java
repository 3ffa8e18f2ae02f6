/**
 * What public texts mean, as vectors of a language model: an option, off until an endpoint is configured (ADR 34).
 *
 * <p>It offers the keys of the entries whose meaning is nearest to some words, within a time budget.
 *
 * <p>It ignores what a reader may find: the keys it names are asked of the index like any others.
 */
@NullMarked
package fr.agora.search.meaning;

import org.jspecify.annotations.NullMarked;
