/**
 * Searches people keep, and what they are told when something new matches.
 *
 * <p>It offers the pages and the API by which their owners keep them, and asks the directory to tell them by facts.
 *
 * <p>It ignores who the owners are and how they are reached: it knows an opaque account, and nothing else.
 */
@NullMarked
package fr.agora.search.alert;

import org.jspecify.annotations.NullMarked;
