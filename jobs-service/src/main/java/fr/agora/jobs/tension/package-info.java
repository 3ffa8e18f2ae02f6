/**
 * How hard offers are to fill, for the filière RH du numérique: days open, applications per family, what is unfilled
 * sixty days after its publication. It reads offers and keeps nothing. Applications are counted by whoever has them.
 */
@NullMarked
package fr.agora.jobs.tension;

import org.jspecify.annotations.NullMarked;
