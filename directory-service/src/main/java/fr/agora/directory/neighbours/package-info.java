/**
 * Hears the other services. Offers what they tell to the copies and the inbox, and fills copies again by replay. Ignores
 * what becomes of it.
 */
@NullMarked
package fr.agora.directory.neighbours;

import org.jspecify.annotations.NullMarked;
