/**
 * Job offers and their life: written, published, edited, withdrawn, and withdrawn by themselves after their last day.
 * It offers the use cases of an offer and its public view. It ignores HTTP, forms and import files.
 */
@NullMarked
package fr.agora.jobs.offer;

import org.jspecify.annotations.NullMarked;
