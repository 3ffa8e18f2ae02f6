/**
 * Takes files in the import format to the platform's import endpoints.
 *
 * <p>A JSON array, NDJSON or CSV becomes lines of NDJSON, sent in small batches so that memory, bodies and waits stay
 * bounded whatever the size of the file. The format of the lines belongs to the services and is described in
 * {@code docs/operations/import-data.md}.
 */
@NullMarked
package fr.agora.local.imports;

import org.jspecify.annotations.NullMarked;
