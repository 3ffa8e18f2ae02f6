/**
 * Pages of the coverage: where relays are, and where they lack. Offers the State at a glance and a ministry's tree.
 * Ignores how coverage is counted.
 */
@NullMarked
package fr.agora.directory.site.coverage;

import org.jspecify.annotations.NullMarked;
