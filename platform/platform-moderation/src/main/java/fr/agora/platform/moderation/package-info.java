/**
 * Reports of what people find out of place, and what becomes of it. Offers the form, the fact that tells a report to the one
 * queue, and the decisions that come back from there. Ignores what the items are, and who decides.
 */
@NullMarked
package fr.agora.platform.moderation;

import org.jspecify.annotations.NullMarked;
