/**
 * Filling an index again from its owner while the search stays up.
 *
 * <p>It offers rebuilds that are asked for by an administrator, survive a kill and end by one swap of aliases.
 *
 * <p>It ignores what the replayed facts say.
 */
@NullMarked
package fr.agora.search.rebuild;

import org.jspecify.annotations.NullMarked;
