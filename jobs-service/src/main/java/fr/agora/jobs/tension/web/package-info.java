/**
 * The tension board as a page, as an answer of the API and as a CSV. The charts repeat what the table says. The CSV is
 * written a page of offers at a time.
 */
@NullMarked
package fr.agora.jobs.tension.web;

import org.jspecify.annotations.NullMarked;
