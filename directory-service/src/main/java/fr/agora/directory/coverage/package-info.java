/**
 * Which directorates, field services and operators of a ministry have a relay, and which lack one. Offers the counts,
 * the list and its CSV. Ignores who appoints them.
 */
@NullMarked
package fr.agora.directory.coverage;

import org.jspecify.annotations.NullMarked;
