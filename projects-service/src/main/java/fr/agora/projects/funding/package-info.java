/**
 * The FTAP funding window: what a project may hope for, and what was granted. Offers the simulator, the grants within
 * its two limits and the board by year. Ignores how a request is examined.
 */
@NullMarked
package fr.agora.projects.funding;

import org.jspecify.annotations.NullMarked;
