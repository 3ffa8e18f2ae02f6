/**
 * Alumni of « Entrepreneurs d'intérêt général » and what people consent to about jobs. Offers cohorts, and consents that
 * keep their dates. Ignores whose they are.
 */
@NullMarked
package fr.agora.directory.cohort;

import org.jspecify.annotations.NullMarked;
