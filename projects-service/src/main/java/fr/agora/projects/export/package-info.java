/**
 * Open data: use cases and bricks anybody may read, as CSV and JSON under Licence Ouverte 2.0. It streams what is public and
 * says what the files are. It holds nobody's name or account.
 */
@NullMarked
package fr.agora.projects.export;

import org.jspecify.annotations.NullMarked;
