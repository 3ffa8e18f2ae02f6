/**
 * Pages of the contact finder. Offers the question and its answer, and the page of each contact. Ignores how the chain
 * is walked.
 */
@NullMarked
package fr.agora.directory.site.contact;

import org.jspecify.annotations.NullMarked;
