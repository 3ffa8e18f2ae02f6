/**
 * Use cases from files: French columns, one JSON object a line. It reads a line, says everything that is wrong with it and
 * hands it on. It decides nothing about use cases.
 */
@NullMarked
package fr.agora.projects.importing;

import org.jspecify.annotations.NullMarked;
