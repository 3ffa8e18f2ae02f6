/**
 * One search over everything the other services publish, and the pages it opens on.
 *
 * <p>It offers the home page, the search page and the search API, and rebuilds its index from the owners' replays.
 *
 * <p>It ignores how the things found are edited: it only ever hears of them by facts.
 */
@NullMarked
package fr.agora.search;

import org.jspecify.annotations.NullMarked;
