/**
 * What can be found: an entry of one of six kinds, at a revision, for an audience.
 *
 * <p>It offers the entry, the change a fact makes to it, and the words an entry is found by beside its own text.
 *
 * <p>It ignores the engine, the broker and HTTP.
 */
@NullMarked
package fr.agora.search.catalogue;

import org.jspecify.annotations.NullMarked;
