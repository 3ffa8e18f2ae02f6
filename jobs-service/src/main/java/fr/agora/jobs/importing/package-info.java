/**
 * Offers that arrive in a file: reads the documented French columns line by line and hands each offer over. Its format
 * is docs/operations/import-data.md. It decides nothing about what becomes of an offer.
 */
@NullMarked
package fr.agora.jobs.importing;

import org.jspecify.annotations.NullMarked;
