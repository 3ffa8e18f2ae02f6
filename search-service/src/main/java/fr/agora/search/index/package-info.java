/**
 * The engine's side: physical indices, aliases, mappings and bulk writes.
 *
 * <p>It offers a catalogue that takes changes in, keeps the highest revision and says when it is ready.
 *
 * <p>It ignores what is asked of the index.
 */
@NullMarked
package fr.agora.search.index;

import org.jspecify.annotations.NullMarked;
