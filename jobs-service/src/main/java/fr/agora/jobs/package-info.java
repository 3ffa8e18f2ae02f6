/**
 * The jobs service: offers of those who recruit for the State's data. It starts the application and opens what anyone
 * may read. How an offer lives is told in {@code offer}.
 */
@NullMarked
package fr.agora.jobs;

import org.jspecify.annotations.NullMarked;
