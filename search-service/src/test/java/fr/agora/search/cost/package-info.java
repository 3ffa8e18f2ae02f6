/**
 * What a search costs the engine, in processor time.
 *
 * <p>It offers a generated corpus and a measurement over it, printed and never asserted.
 *
 * <p>It ignores how well anything ranks.
 */
@NullMarked
package fr.agora.search.cost;

import org.jspecify.annotations.NullMarked;
