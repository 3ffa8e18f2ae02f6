/**
 * Organisations as a tree with several supervising bodies. Offers their pages and API, the facts about them, and the line of parents up to the ministries. Ignores who works there.
 */
@NullMarked
package fr.agora.directory.organization;

import org.jspecify.annotations.NullMarked;
