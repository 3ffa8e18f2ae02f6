/**
 * The facts of the owners, on their way into the index.
 *
 * <p>It offers a reader of each fact and one subscription for each owner.
 *
 * <p>It ignores what an index looks like.
 */
@NullMarked
package fr.agora.search.feed;

import org.jspecify.annotations.NullMarked;
