/**
 * What any item of the directory has: a state, an audience, a way to be found by its words. Offers those small types. Ignores what the item is.
 */
@NullMarked
package fr.agora.directory.lifecycle;

import org.jspecify.annotations.NullMarked;
