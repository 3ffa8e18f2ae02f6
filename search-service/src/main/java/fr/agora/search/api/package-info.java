/**
 * The search for programs.
 *
 * <p>It offers results, suggestions and neighbours as JSON, and tells moderators why something was found.
 *
 * <p>It ignores how things are found: it only translates.
 */
@NullMarked
package fr.agora.search.api;

import org.jspecify.annotations.NullMarked;
