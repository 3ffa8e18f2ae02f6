/**
 * Pages of the networks. Offers their presentation, the members a reader may see, and their latest appointments. Ignores
 * how somebody came in.
 */
@NullMarked
package fr.agora.directory.site.network;

import org.jspecify.annotations.NullMarked;
